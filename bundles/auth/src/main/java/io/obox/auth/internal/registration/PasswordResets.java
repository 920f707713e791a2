package io.obox.auth.internal.registration;

import io.obox.auth.internal.account.Account;
import io.obox.auth.internal.account.AccountLife;
import io.obox.auth.internal.account.AccountTrace;
import io.obox.auth.internal.account.Accounts;
import io.obox.auth.internal.field.FieldErrors;
import io.obox.auth.internal.link.LinkPurpose;
import io.obox.auth.internal.link.Links;
import io.obox.auth.internal.mail.AccountLimits;
import io.obox.auth.internal.mail.AccountMail;
import io.obox.auth.internal.mail.AccountMails;
import io.obox.auth.internal.password.PasswordHasher;
import io.obox.auth.internal.password.PasswordRules;
import io.obox.auth.internal.password.PasswordRules.Chooser;
import io.obox.auth.internal.session.Client;
import io.obox.auth.internal.session.LiveSessions;
import io.obox.auth.internal.session.Sessions;
import io.obox.persistence.Transactions;
import io.obox.problem.FieldError;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.user.User;
import io.obox.user.UserState;
import java.util.List;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whoever reads the mail of an account can choose another password for it. */
@Component(service = PasswordResets.class)
public final class PasswordResets {
    private final Transactions transactions;
    private final AccountLimits limits;
    private final Afterwards afterwards;
    private final Accounts accounts;
    private final AccountLife life;
    private final Sessions sessions;
    private final LiveSessions live;
    private final PasswordRules rules;
    private final PasswordHasher hasher;
    private final Links links;
    private final AccountMails mails;
    private final AccountTrace trace;

    /** Within the bundle. */
    @Activate
    public PasswordResets(
            @Reference Transactions transactions,
            @Reference AccountLimits limits,
            @Reference Afterwards afterwards,
            @Reference Accounts accounts,
            @Reference AccountLife life,
            @Reference Sessions sessions,
            @Reference LiveSessions live,
            @Reference PasswordRules rules,
            @Reference PasswordHasher hasher,
            @Reference Links links,
            @Reference AccountMails mails,
            @Reference AccountTrace trace) {
        this.transactions = transactions;
        this.limits = limits;
        this.afterwards = afterwards;
        this.accounts = accounts;
        this.life = life;
        this.sessions = sessions;
        this.live = live;
        this.rules = rules;
        this.hasher = hasher;
        this.links = links;
        this.mails = mails;
        this.trace = trace;
    }

    /**
     * Has a link sent to this address if an account has it. Nobody waits until that is known.
     *
     * @throws ProblemException {@code validation}, {@code rate-limited}, {@code unavailable}
     */
    public void forgot(String email, Client client) {
        limits.begin(client);
        FieldErrors errors = new FieldErrors();
        String address = RegistrationRules.email(email, errors);
        errors.throwIfAny();
        afterwards.run(() -> send(address));
    }

    private void send(String address) {
        if (limits.mayMail(address)) {
            accounts.byEmail(address)
                    .map(Account::user)
                    .filter(user -> user.state() != UserState.DISABLED)
                    .filter(user -> !life.isInvited(user.id()))
                    .ifPresent(user -> transactions.call(em -> {
                        mails.send(AccountMail.RESET, user, links.issue(user.id(), LinkPurpose.RESET));
                        return user;
                    }));
        }
    }

    /**
     * Changes the password of whoever was sent this link, and ends all sessions and all other links of the account.
     *
     * @throws ProblemException {@code link-invalid}, {@code validation}, {@code rate-limited}
     */
    public void reset(String token, String chosen, Client client) {
        limits.begin(client);
        UUID id = links.look(token, LinkPurpose.RESET).accountId();
        User user = accounts.find(id).map(Account::user).orElseThrow(() -> Links.invalid(LinkPurpose.RESET));
        rules.fault(chosen, new Chooser(user.role(), user.email(), user.name())).ifPresent(fault -> {
            throw new ProblemException(Problem.validation(List.of(FieldError.of("/password", fault))));
        });
        String hash = hasher.hash(chosen.toCharArray());
        transactions.call(em -> write(token, hash, client));
    }

    private User write(String token, String hash, Client client) {
        UUID id = links.open(token, LinkPurpose.RESET).accountId();
        if (!life.resetPassword(id, hash)) {
            throw Links.invalid(LinkPurpose.RESET);
        }
        links.revoke(id);
        sessions.endOthers(id, null);
        User changed = accounts.find(id).map(Account::user).orElseThrow();
        mails.send(AccountMail.PASSWORD_CHANGED, changed);
        trace.record(AccountTrace.byLink(changed, "account.reset-password", client.address()));
        transactions.afterCommit(() -> live.changed(changed));
        return changed;
    }
}

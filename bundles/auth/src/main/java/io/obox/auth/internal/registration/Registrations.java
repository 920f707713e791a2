package io.obox.auth.internal.registration;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import io.obox.auth.internal.account.Account;
import io.obox.auth.internal.account.AccountLife;
import io.obox.auth.internal.account.Accounts;
import io.obox.auth.internal.link.IssuedLink;
import io.obox.auth.internal.link.LinkPurpose;
import io.obox.auth.internal.link.Links;
import io.obox.auth.internal.mail.AccountLimits;
import io.obox.auth.internal.mail.AccountMail;
import io.obox.auth.internal.mail.AccountMails;
import io.obox.auth.internal.message.AuthMessage;
import io.obox.auth.internal.message.AuthProblem;
import io.obox.auth.internal.password.PasswordHasher;
import io.obox.auth.internal.password.PasswordRules;
import io.obox.auth.internal.session.Client;
import io.obox.auth.internal.session.LiveSessions;
import io.obox.auth.internal.session.Sessions;
import io.obox.persistence.Transactions;
import io.obox.problem.ProblemException;
import io.obox.user.User;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * People make accounts for themselves. What is done for an address that an account has already is the same as for any other: one
 * hash, the same statements, one mail.
 */
@Component(service = Registrations.class)
public final class Registrations {
    private final Transactions transactions;
    private final RegistrationPolicy policy;
    private final RegistrationRules rules;
    private final AccountLimits limits;
    private final Accounts accounts;
    private final AccountLife life;
    private final Sessions sessions;
    private final LiveSessions live;
    private final PasswordHasher hasher;
    private final Links links;
    private final AccountMails mails;
    private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();

    /** Within the bundle. */
    @Activate
    public Registrations(
            @Reference Transactions transactions,
            @Reference RegistrationPolicy policy,
            @Reference PasswordRules passwords,
            @Reference AccountLimits limits,
            @Reference Accounts accounts,
            @Reference AccountLife life,
            @Reference Sessions sessions,
            @Reference LiveSessions live,
            @Reference PasswordHasher hasher,
            @Reference Links links,
            @Reference AccountMails mails) {
        this.transactions = transactions;
        this.policy = policy;
        this.rules = new RegistrationRules(policy, passwords);
        this.limits = limits;
        this.accounts = accounts;
        this.life = life;
        this.sessions = sessions;
        this.live = live;
        this.hasher = hasher;
        this.links = links;
        this.mails = mails;
    }

    /** On which terms. */
    public RegistrationTerms terms() {
        return policy.terms();
    }

    /**
     * Makes an account whose address is to be confirmed by the link that is sent there. If there is one, its owner is told.
     *
     * @throws ProblemException {@code registration-closed}, {@code rate-limited}, {@code validation}
     */
    public void register(NewAccount asked, Client client) {
        if (!policy.terms().open()) {
            throw new ProblemException(AuthProblem.REGISTRATION_CLOSED
                    .of(AuthMessage.REGISTRATION_CLOSED.with())
                    .withRemedy(AuthMessage.ASK_FOR_ACCOUNT.with()));
        }
        limits.begin(client);
        NewAccount accepted = rules.accept(asked);
        if (limits.mayMail(accepted.email())) {
            String hash = hasher.hash(accepted.password().toCharArray());
            transactions.call(em -> write(accepted, hash));
        }
    }

    private User write(NewAccount accepted, String hash) {
        UUID id = ids.generate();
        Optional<UUID> written =
                life.register(id, accepted.email(), accepted.name(), accepted.locale(), hash, Instant.now());
        User user = accounts.byEmail(accepted.email()).map(Account::user).orElseThrow();
        sessions.endOthers(written.orElse(id), null);
        IssuedLink link = links.issue(user.id(), written.isPresent() ? LinkPurpose.VERIFY : LinkPurpose.NOTHING);
        mails.send(written.isPresent() ? AccountMail.VERIFY : AccountMail.ALREADY_REGISTERED, user, link);
        transactions.afterCommit(() -> live.changed(user));
        return user;
    }
}

package io.obox.auth.internal.email;

import io.obox.auth.internal.account.Account;
import io.obox.auth.internal.account.AccountTrace;
import io.obox.auth.internal.account.Accounts;
import io.obox.auth.internal.account.EmailRules;
import io.obox.auth.internal.field.FieldErrors;
import io.obox.auth.internal.link.IssuedLink;
import io.obox.auth.internal.link.LinkPurpose;
import io.obox.auth.internal.link.Links;
import io.obox.auth.internal.login.OwnPassword;
import io.obox.auth.internal.mail.AccountLimits;
import io.obox.auth.internal.mail.AccountMail;
import io.obox.auth.internal.mail.AccountMails;
import io.obox.auth.internal.message.AuthMessage;
import io.obox.auth.internal.message.AuthProblem;
import io.obox.auth.internal.session.Client;
import io.obox.auth.internal.session.LiveSessions;
import io.obox.persistence.Transactions;
import io.obox.problem.ProblemException;
import io.obox.user.Caller;
import io.obox.user.User;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * An account gets another address once its user has followed a link at the present and one at the new address. The answer does not
 * tell whether another account has that one; its owner is told.
 */
@Component(service = EmailChanges.class)
public final class EmailChanges {
    private final Transactions transactions;
    private final OwnPassword passwords;
    private final AccountLimits limits;
    private final Accounts accounts;
    private final EmailChangeTable changes;
    private final LiveSessions live;
    private final Links links;
    private final AccountMails mails;
    private final AccountTrace trace;

    /** Within the bundle. */
    @Activate
    public EmailChanges(
            @Reference Transactions transactions,
            @Reference OwnPassword passwords,
            @Reference AccountLimits limits,
            @Reference Accounts accounts,
            @Reference EmailChangeTable changes,
            @Reference LiveSessions live,
            @Reference Links links,
            @Reference AccountMails mails,
            @Reference AccountTrace trace) {
        this.transactions = transactions;
        this.passwords = passwords;
        this.limits = limits;
        this.accounts = accounts;
        this.changes = changes;
        this.live = live;
        this.links = links;
        this.mails = mails;
        this.trace = trace;
    }

    /**
     * Has a link sent to both addresses, in place of those of an earlier change.
     *
     * @throws ProblemException {@code validation}, {@code rate-limited}
     */
    public void ask(Caller caller, String wanted, String password) {
        User user = passwords.check(caller, password, "/password").user();
        String email = Accounts.normalized(wanted);
        FieldErrors errors = new FieldErrors();
        errors.addIf(EmailRules.fault(email).isPresent(), "/email", AuthMessage.NO_ADDRESS.with());
        errors.addIf(email.equals(user.email()), "/email", AuthMessage.SAME_ADDRESS.with());
        errors.throwIfAny();
        if (limits.mayMail(email)) {
            transactions.call(em -> begin(user, email));
        }
    }

    private User begin(User user, String email) {
        Optional<User> owner = accounts.byEmail(email).map(Account::user);
        IssuedLink there = links.issue(user.id(), LinkPurpose.NEW_ADDRESS);
        IssuedLink here = links.issue(user.id(), LinkPurpose.PRESENT_ADDRESS);
        changes.begin(user.id(), email, here.until());
        mails.sendTo(user.email(), AccountMail.PRESENT_ADDRESS, user, here);
        if (owner.isPresent()) {
            mails.send(AccountMail.ALREADY_REGISTERED, owner.get(), there);
        } else {
            mails.sendTo(email, AccountMail.NEW_ADDRESS, user, there);
        }
        return user;
    }

    /**
     * Notes that a link was followed, and changes the address if it was the second one. Within the transaction that opened the link.
     *
     * @throws ProblemException {@code email-taken}
     */
    public void confirm(UUID accountId, LinkPurpose purpose, Client client) {
        EmailChangeTable.Step step = changes.confirm(accountId, purpose == LinkPurpose.PRESENT_ADDRESS)
                .orElseThrow(() -> Links.invalid(purpose));
        if (step.whole()) {
            String before = changes.present(accountId);
            if (!changes.apply(accountId, step.email())) {
                throw new ProblemException(AuthProblem.EMAIL_TAKEN.of(AuthMessage.EMAIL_TAKEN.with()));
            }
            links.revoke(accountId);
            User changed = accounts.find(accountId).map(Account::user).orElseThrow();
            trace.record(AccountTrace.byLink(changed, "account.change-address", client.address())
                    .change("email", before, changed.email()));
            transactions.afterCommit(() -> live.changed(changed));
        }
    }
}

package io.obox.auth.internal.registration;

import io.obox.auth.internal.account.Account;
import io.obox.auth.internal.account.AccountLife;
import io.obox.auth.internal.account.AccountTrace;
import io.obox.auth.internal.account.Accounts;
import io.obox.auth.internal.email.EmailChanges;
import io.obox.auth.internal.link.LinkPurpose;
import io.obox.auth.internal.link.Links;
import io.obox.auth.internal.link.OpenedLink;
import io.obox.auth.internal.mail.AccountLimits;
import io.obox.auth.internal.mail.AccountMail;
import io.obox.auth.internal.mail.AccountMails;
import io.obox.auth.internal.session.Client;
import io.obox.auth.internal.session.LiveSessions;
import io.obox.persistence.Transactions;
import io.obox.problem.ProblemException;
import io.obox.user.Caller;
import io.obox.user.User;
import io.obox.user.UserState;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** People show that the address of their account is theirs. */
@Component(service = Verification.class)
public final class Verification {
    private final Transactions transactions;
    private final AccountLimits limits;
    private final Accounts accounts;
    private final AccountLife life;
    private final LiveSessions live;
    private final EmailChanges changes;
    private final Links links;
    private final AccountMails mails;
    private final AccountTrace trace;

    /** Within the bundle. */
    @Activate
    public Verification(
            @Reference Transactions transactions,
            @Reference AccountLimits limits,
            @Reference Accounts accounts,
            @Reference AccountLife life,
            @Reference LiveSessions live,
            @Reference EmailChanges changes,
            @Reference Links links,
            @Reference AccountMails mails,
            @Reference AccountTrace trace) {
        this.transactions = transactions;
        this.limits = limits;
        this.accounts = accounts;
        this.life = life;
        this.live = live;
        this.changes = changes;
        this.links = links;
        this.mails = mails;
        this.trace = trace;
    }

    /**
     * Confirms the address that this link was sent to.
     *
     * @throws ProblemException {@code link-invalid}, {@code email-taken}, {@code rate-limited}
     */
    public void verify(String token, Client client) {
        limits.begin(client);
        transactions.call(em -> {
            OpenedLink link =
                    links.open(token, LinkPurpose.VERIFY, LinkPurpose.PRESENT_ADDRESS, LinkPurpose.NEW_ADDRESS);
            if (link.purpose() == LinkPurpose.VERIFY) {
                confirm(link.accountId(), client);
            } else {
                changes.confirm(link.accountId(), link.purpose(), client);
            }
            return link;
        });
    }

    private void confirm(UUID id, Client client) {
        if (life.confirm(id)) {
            User confirmed = user(id).orElseThrow();
            trace.record(AccountTrace.byLink(confirmed, "account.confirm-address", client.address()));
            transactions.afterCommit(() -> live.changed(confirmed));
        }
    }

    /**
     * Has the caller sent another link, unless the address is confirmed.
     *
     * @throws ProblemException {@code rate-limited}
     */
    public void resend(Caller caller, Client client) {
        limits.begin(client);
        transactions.call(em -> {
            accounts.lock(caller.userId());
            user(caller.userId())
                    .filter(user -> user.state() == UserState.UNVERIFIED)
                    .filter(user -> limits.mayMail(user.email()))
                    .ifPresent(
                            user -> mails.send(AccountMail.VERIFY, user, links.issue(user.id(), LinkPurpose.VERIFY)));
            return caller;
        });
    }

    private Optional<User> user(UUID id) {
        return accounts.find(id).map(Account::user);
    }
}

package io.obox.auth.internal.deletion;

import io.obox.auth.internal.account.AccountLife;
import io.obox.auth.internal.account.AccountTrace;
import io.obox.auth.internal.confirmation.Confirmations;
import io.obox.auth.internal.login.OwnPassword;
import io.obox.persistence.Transactions;
import io.obox.user.Caller;
import io.obox.user.Role;
import io.obox.user.User;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** People delete their own accounts, once these have nothing any more. */
@Component(service = AccountDeletion.class)
public final class AccountDeletion {
    private final Transactions transactions;
    private final OwnPassword passwords;
    private final AccountLife life;
    private final AccountEnd end;
    private final Confirmations confirmations;
    private final AccountTrace trace;

    /** Within the bundle. */
    @Activate
    public AccountDeletion(
            @Reference Transactions transactions,
            @Reference OwnPassword passwords,
            @Reference AccountLife life,
            @Reference AccountEnd end,
            @Reference Confirmations confirmations,
            @Reference AccountTrace trace) {
        this.transactions = transactions;
        this.passwords = passwords;
        this.life = life;
        this.end = end;
        this.confirmations = confirmations;
        this.trace = trace;
    }

    /**
     * Deletes the caller's account with all that is only its user's: sessions, keys, views.
     *
     * @throws io.obox.problem.ProblemException {@code confirmation-required}, {@code validation}, {@code rate-limited}, {@code last-administrator}, {@code unavailable};
     *     what a domain refuses whose things the account has
     */
    public void delete(Caller caller, String password) {
        confirmations.require(caller);
        User user = passwords.check(caller, password, "/password").user();
        transactions.call(em -> delete(caller, user));
    }

    private User delete(Caller caller, User user) {
        if (user.role() == Role.ADMIN) {
            life.lockAdministrators();
        }
        end.end(user.id(), null);
        trace.record(AccountTrace.by(caller, "account.delete")
                .on("account", user.id().toString(), user.email()));
        return user;
    }
}

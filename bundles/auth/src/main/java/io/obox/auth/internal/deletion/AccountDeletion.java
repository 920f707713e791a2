package io.obox.auth.internal.deletion;

import io.obox.auth.internal.account.AccountLife;
import io.obox.auth.internal.account.Accounts;
import io.obox.auth.internal.confirmation.Confirmations;
import io.obox.auth.internal.login.OwnPassword;
import io.obox.auth.internal.message.AuthMessage;
import io.obox.auth.internal.message.AuthProblem;
import io.obox.auth.internal.session.LiveSessions;
import io.obox.auth.internal.session.Sessions;
import io.obox.persistence.Transactions;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.user.AccountHoldings;
import io.obox.user.Caller;
import io.obox.user.Role;
import io.obox.user.User;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** People delete their own accounts, once these have nothing any more. All that must agree does so in one transaction. */
@Component(service = AccountDeletion.class)
public final class AccountDeletion {
    private final Transactions transactions;
    private final OwnPassword passwords;
    private final Accounts accounts;
    private final AccountLife life;
    private final Sessions sessions;
    private final LiveSessions live;
    private final Confirmations confirmations;
    private final List<AccountHoldings> holdings = new CopyOnWriteArrayList<>();

    /** Within the bundle. */
    @Activate
    public AccountDeletion(
            @Reference Transactions transactions,
            @Reference OwnPassword passwords,
            @Reference Accounts accounts,
            @Reference AccountLife life,
            @Reference Sessions sessions,
            @Reference LiveSessions live,
            @Reference Confirmations confirmations) {
        this.transactions = transactions;
        this.passwords = passwords;
        this.accounts = accounts;
        this.life = life;
        this.sessions = sessions;
        this.live = live;
        this.confirmations = confirmations;
    }

    /** Asks this domain too. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addHoldings(AccountHoldings domain) {
        holdings.add(domain);
    }

    void removeHoldings(AccountHoldings domain) {
        holdings.remove(domain);
    }

    /**
     * Deletes the caller's account with all that is only its user's: sessions, keys, views.
     *
     * @throws ProblemException {@code confirmation-required}, {@code validation}, {@code rate-limited}, {@code last-administrator}, {@code unavailable}; what a domain
     *     refuses whose things the account has
     */
    public void delete(Caller caller, String password) {
        confirmations.require(caller);
        User user = passwords.check(caller, password, "/password").user();
        transactions.call(em -> delete(user));
    }

    /** Where nobody is to be asked, a bundle is missing that things may belong to. */
    private void askAll(UUID id) {
        if (holdings.isEmpty()) {
            throw new ProblemException(Problem.unavailable(AuthMessage.DOMAINS_AWAY.with()));
        }
        holdings.forEach(domain -> domain.release(id));
    }

    private User delete(User user) {
        UUID id = user.id();
        if (user.role() == Role.ADMIN) {
            life.lockAdministrators();
        }
        accounts.lock(id);
        if (life.isLastAdministrator(id)) {
            throw new ProblemException(AuthProblem.LAST_ADMINISTRATOR
                    .of(AuthMessage.LAST_ADMINISTRATOR.with())
                    .withRemedy(AuthMessage.MAKE_ANOTHER.with()));
        }
        askAll(id);
        sessions.endOthers(id, null);
        life.delete(id);
        transactions.afterCommit(() -> live.deleted(id));
        return user;
    }
}

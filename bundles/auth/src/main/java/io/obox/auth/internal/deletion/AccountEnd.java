package io.obox.auth.internal.deletion;

import io.obox.auth.internal.account.AccountLife;
import io.obox.auth.internal.account.Accounts;
import io.obox.auth.internal.administration.Administrators;
import io.obox.auth.internal.message.AuthMessage;
import io.obox.auth.internal.session.LiveSessions;
import io.obox.auth.internal.session.Sessions;
import io.obox.persistence.Transactions;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.user.AccountHoldings;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Ends accounts that have nothing any more, or whose things another gets. All that must agree does so in one transaction. */
@Component(service = AccountEnd.class)
public final class AccountEnd {
    private final Transactions transactions;
    private final Administrators administrators;
    private final Accounts accounts;
    private final AccountLife life;
    private final Sessions sessions;
    private final LiveSessions live;
    private final List<AccountHoldings> holdings = new CopyOnWriteArrayList<>();

    /** Within the bundle. */
    @Activate
    public AccountEnd(
            @Reference Transactions transactions,
            @Reference Administrators administrators,
            @Reference Accounts accounts,
            @Reference AccountLife life,
            @Reference Sessions sessions,
            @Reference LiveSessions live) {
        this.transactions = transactions;
        this.administrators = administrators;
        this.accounts = accounts;
        this.life = life;
        this.sessions = sessions;
        this.live = live;
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
     * Deletes the account with all that is only its user's: sessions, keys, views. In the thread's transaction; where an administrator
     * may go, the administrators are locked already.
     *
     * @param receiver who gets what the account has, whose account is locked; or null if it must have nothing
     * @throws ProblemException {@code not-found}, {@code last-administrator}, {@code unavailable}; what a domain refuses
     */
    public void end(UUID id, @Nullable UUID receiver) {
        transactions.call(em -> {
            accounts.lock(id);
            administrators.spare(id);
            askAll(id, receiver);
            sessions.endOthers(id, null);
            life.delete(id);
            transactions.afterCommit(() -> live.deleted(id));
            return id;
        });
    }

    /** Where nobody is to be asked, a bundle is missing that things may belong to. */
    private void askAll(UUID id, @Nullable UUID receiver) {
        if (holdings.isEmpty()) {
            throw new ProblemException(Problem.unavailable(AuthMessage.DOMAINS_AWAY.with()));
        }
        if (receiver != null) {
            holdings.forEach(domain -> domain.transfer(id, receiver));
        }
        holdings.forEach(domain -> domain.release(id));
    }
}

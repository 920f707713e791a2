package io.obox.auth.internal.account;

import io.obox.auth.internal.message.AuthMessage;
import io.obox.persistence.Transactions;
import io.obox.persistence.sql.Columns;
import io.obox.persistence.sql.Sql;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.user.Role;
import io.obox.user.User;
import io.obox.user.UserState;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The table of accounts. Decides nothing. */
@Component(service = Accounts.class)
public final class Accounts {
    private static final Sql REPLACE_HASH =
            new Sql("update account set password_hash = ? where id = ? and password_hash = ?");
    private static final Sql LOGGED_IN =
            new Sql("update account set last_login_at = ?, version = version + 1 where id = ?");
    private static final Sql LOCK = new Sql("select id from account where id = ? for no key update");
    private static final Sql KEEP_OTHERS_FROM_ADDING = new Sql("lock table account in share row exclusive mode");

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Transactions transactions;

    /** On the bundle's own tables. */
    @Activate
    public Accounts(@Reference Transactions transactions) {
        this.transactions = transactions;
    }

    /** An address as it is stored and compared. */
    public static String normalized(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    /** The account with this normalized address. */
    public Optional<Account> byEmail(String email) {
        return transactions.call(
                em -> em.createQuery("select a from AccountEntity a where a.email = :email", AccountEntity.class)
                        .setParameter("email", email)
                        .getResultStream()
                        .findFirst()
                        .map(AccountEntity::toAccount));
    }

    /** The account with this id. */
    public Optional<Account> find(UUID id) {
        return transactions.call(
                em -> Optional.ofNullable(em.find(AccountEntity.class, id)).map(AccountEntity::toAccount));
    }

    /**
     * Lets nobody else change the account, or what it has a limited number of, until the transaction ends.
     *
     * @throws ProblemException {@code not-found}
     */
    public void lock(UUID id) {
        boolean found = transactions.sql(connection ->
                LOCK.first(connection, row -> Columns.id(row, "id"), id).isPresent());
        if (!found) {
            throw new ProblemException(Problem.notFound(AuthMessage.NO_SUCH_USER.with()));
        }
    }

    /** Accounts in the order of their ids, which is that of their making. */
    public List<User> page(@Nullable UUID after, int limit) {
        return transactions.call(em -> em.createQuery(
                        "select a from AccountEntity a where a.id > :after order by a.id", AccountEntity.class)
                .setParameter("after", after == null ? BEFORE_ALL : after)
                .setMaxResults(limit)
                .getResultStream()
                .map(entity -> entity.toAccount().user())
                .toList());
    }

    /** The addresses of those of these accounts that exist. */
    public Map<UUID, String> emails(Collection<UUID> ids) {
        return transactions.call(em -> em.createQuery(
                        "select a.id, a.email from AccountEntity a where a.id in :ids", Object[].class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> (String) row[1])));
    }

    /** The oldest administrator whose account is in use. */
    public Optional<User> firstAdmin() {
        return transactions.call(em -> em.createQuery(
                        "select a from AccountEntity a where a.role = :role and a.state = :state order by a.id",
                        AccountEntity.class)
                .setParameter("role", Role.ADMIN)
                .setParameter("state", UserState.ACTIVE)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(entity -> entity.toAccount().user()));
    }

    /** Whether there is an administrator, in use or not. */
    public boolean hasAdmin() {
        return transactions.call(
                em -> em.createQuery("select count(a) from AccountEntity a where a.role = :role", Long.class)
                                .setParameter("role", Role.ADMIN)
                                .getSingleResult()
                        > 0);
    }

    /**
     * Adds the account unless there is an administrator already, whatever other nodes do at the same time.
     *
     * @return whether it was added
     */
    public boolean addFirstAdmin(Account account) {
        return transactions.sql(connection -> {
            KEEP_OTHERS_FROM_ADDING.update(connection);
            return !hasAdmin() && add(account);
        });
    }

    /** Adds the account. */
    public boolean add(Account account) {
        return transactions.call(em -> {
            em.persist(AccountEntity.of(account));
            return true;
        });
    }

    /**
     * Stores another password, of the person's own choice.
     *
     * @param version the version at which the present password was checked
     * @throws ProblemException {@code precondition-failed} if the account was changed meanwhile
     */
    public User changePassword(UUID id, long version, String hash) {
        return transactions.call(em -> {
            AccountEntity entity = em.find(AccountEntity.class, id);
            if (entity == null || entity.version() != version) {
                throw new ProblemException(Problem.preconditionFailed(AuthMessage.ACCOUNT_CHANGED.with()));
            }
            entity.changePassword(hash);
            em.flush();
            return entity.toAccount().user();
        });
    }

    /** The account as its user sees it. */
    public Optional<Profile> profile(UUID id) {
        return transactions.call(
                em -> Optional.ofNullable(em.find(AccountEntity.class, id)).map(AccountEntity::toProfile));
    }

    /** Changes what its user can change of an account that is {@linkplain #lock locked}. */
    public Profile changeProfile(UUID id, ProfileContent accepted) {
        return transactions.call(em -> {
            AccountEntity entity = em.find(AccountEntity.class, id);
            entity.become(accepted);
            em.flush();
            return entity.toProfile();
        });
    }

    /** Stores another hash of the same password. Not a change that anybody sees, so the version stays. */
    public void replaceHash(UUID id, String old, String hash) {
        transactions.sql(connection -> REPLACE_HASH.update(connection, hash, id, old));
    }

    /** Notes a login, whatever the version: people who log in at the same time don't conflict. */
    public void loggedIn(UUID id, Instant at) {
        transactions.sql(connection -> LOGGED_IN.update(connection, at, id));
    }
}

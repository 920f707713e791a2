package io.obox.persistence;

import io.obox.persistence.sql.Sql;
import io.obox.problem.ProblemException;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The one way to the database. A bundle-scoped service: each bundle that uses it has its own persistence unit (its
 * {@code META-INF/persistence.xml}; without entities it needs none) and its own migrations ({@code db/migration/V<major>[_<minor>]__what.sql} in its jar). Migrations
 * of one major number only add, so that the bundle's version before them works on beside its successor and after a step back;
 * a higher major number is what an older version refuses to start with.
 *
 * <p>A transaction belongs to the thread. A call inside a call joins it, also when the inner one is another bundle's: both
 * work on one JDBC connection, and commit or roll back together. An exception that leaves the outermost call rolls back; one
 * that is caught between inner and outer call does not.
 *
 * <p>A third-party bundle, which is one whose symbolic name does not begin with {@code io.obox.}, has a schema and a database
 * role of its own: it finds its tables, and can read nobody else's. Its part of a transaction is a connection of its own. All
 * parts roll back together; they commit one after the other, those of third-party bundles first. If a node dies between the
 * two, a third-party bundle has written its rows, but no job was submitted, and none has ended: it will be run again.
 *
 * <p>While the database is away, or a bundle's schema is not ready, every method throws
 * {@link ProblemException} {@code unavailable}; the next call tries again. Thread-safe.
 */
@ProviderType
public interface Transactions {
    /** Work with the bundle's entities. */
    @FunctionalInterface
    interface EntityWork<T extends @Nullable Object> {
        /** Must not keep the entity manager nor any entity beyond its return. */
        T run(EntityManager entities) throws Exception;
    }

    /** Work in plain SQL. */
    @FunctionalInterface
    interface SqlWork<T extends @Nullable Object> {
        /** Must not commit, roll back or close the connection. */
        T run(Connection connection) throws Exception;
    }

    /**
     * Runs the work in the thread's transaction, or in a new one.
     *
     * @throws ProblemException as thrown by the work, or {@code unavailable}; {@code conflict} where the
     *     rows were changed by somebody else meanwhile, or a value that must be unique exists already; its cause tells
     */
    <T extends @Nullable Object> T call(EntityWork<T> work);

    /**
     * The same on the transaction's connection; entities that were changed so far are written first. The cheapest way to read
     * much. A call that only selects, without locking, costs no BEGIN and no COMMIT; a function that writes must therefore
     * not be called by a bare SELECT.
     */
    <T extends @Nullable Object> T sql(SqlWork<T> work);

    /**
     * The same with a transaction of its own for each call, also inside of another one: for what must survive its rollback,
     * such as an audit record. It commits when its work returns. Calls inside the work join it. It sees nothing that the other
     * one has not committed, and must not wait for rows that the other one has locked.
     */
    Transactions independent();

    /**
     * Has the action run right after the commit of the thread's transaction, in the order of registration; not at all if it
     * is rolled back. Outside of a transaction it runs at once. What it throws is logged.
     */
    void afterCommit(Runnable action);

    /**
     * Has the thread's transaction give its locks back when its commit is in PostgreSQL's memory. The call that ends it still
     * returns only when the commit is on disk. To be called where a row is locked that many want: their commits then reach the
     * disk together instead of one after the other. Others may see the change a moment before; what they commit on top of it
     * comes to disk after it or not at all. Outside of a transaction it does nothing.
     */
    void releaseLocksEarly();

    /**
     * Has a statement run at the end of the thread's transaction, in one trip to the database with the commit: for a row that
     * many want, which is locked for the shortest time so. Its locks are {@linkplain #releaseLocksEarly() given back early}. What it
     * writes is seen by nothing else in the transaction. Of several such statements each but the last runs when the next one is
     * given. Outside of a transaction it runs at once.
     *
     * @param statement an INSERT, UPDATE or DELETE without RETURNING
     * @param unwritten what the outermost call throws, and rolls back, if the statement writes no row
     * @param parameters as those of {@link Sql}
     */
    void sqlWithCommit(Sql statement, Supplier<ProblemException> unwritten, @Nullable Object... parameters);

    /** Whether this bundle's schema is in place and the database answered lately. Never blocks. */
    boolean ready();
}

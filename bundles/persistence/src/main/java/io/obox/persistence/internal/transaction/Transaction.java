package io.obox.persistence.internal.transaction;

import io.obox.persistence.internal.database.ConnectionSource;
import io.obox.persistence.sql.Sql;
import io.obox.problem.ProblemException;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One transaction: at most one connection for OBox and one for each third-party bundle that takes part, and an entity manager
 * for each bundle. Of one thread only.
 */
public final class Transaction {
    private static final Logger LOG = LoggerFactory.getLogger(Transaction.class);

    private final ConnectionSource main;
    private final boolean nested;
    private final Map<ConnectionSource, JoinedConnection> connections = new LinkedHashMap<>();
    private final Set<ConnectionSource> unreachable = new HashSet<>();
    private final Map<EntitySource, EntityManager> managers = new LinkedHashMap<>();
    private final List<Runnable> actions = new ArrayList<>();

    /**
     * A transaction that has not begun.
     *
     * @param main where OBox's own connection comes from
     * @param nested whether the thread holds another transaction
     */
    Transaction(ConnectionSource main, boolean nested) {
        this.main = main;
        this.nested = nested;
    }

    /** OBox's connection, borrowed at the first call. Commit, rollback and close of it do nothing. */
    public Connection connection() throws SQLException {
        return connection(main);
    }

    /** The same from elsewhere. */
    public Connection connection(ConnectionSource source) throws SQLException {
        return joined(source).shared();
    }

    private JoinedConnection joined(ConnectionSource source) throws SQLException {
        JoinedConnection joined = connections.get(source);
        if (joined == null) {
            joined = new JoinedConnection(borrow(source));
            connections.put(source, joined);
        }
        return joined;
    }

    private Connection borrow(ConnectionSource source) throws SQLException {
        try {
            return nested ? source.borrowAnother() : source.borrow();
        } catch (SQLException e) {
            unreachable.add(source);
            throw e;
        }
    }

    /** The bundle's entity manager in this transaction. */
    public EntityManager entities(EntitySource bundle) {
        EntityManager known = managers.get(bundle);
        if (known != null) {
            return known;
        }
        EntityManager opened = bundle.open();
        managers.put(bundle, opened);
        opened.getTransaction().begin();
        return opened;
    }

    /** Writes what was changed in any bundle's entities so far. */
    public void flush() {
        managers.values().forEach(EntityManager::flush);
    }

    void afterCommit(Runnable action) {
        actions.add(action);
    }

    /** Whether one of its connections broke. */
    boolean lost() {
        return connections.values().stream().anyMatch(JoinedConnection::lost);
    }

    /** Has those looked after whose connections broke or could not be had; all of them where none is known. */
    void suspect() {
        Set<ConnectionSource> suspects = new HashSet<>(unreachable);
        connections.forEach((source, connection) -> {
            if (connection.lost()) {
                suspects.add(source);
            }
        });
        (suspects.isEmpty() ? connections.keySet() : suspects).forEach(ConnectionSource::suspect);
    }

    void releaseLocksEarly() throws SQLException {
        joined(main).releaseLocksEarly();
    }

    /** Of OBox's own connection only: what third-party bundles write is committed before that may fail. */
    public void withCommit(
            ConnectionSource source, Sql sql, Supplier<ProblemException> unwritten, @Nullable Object... parameters)
            throws SQLException {
        LastStatement statement = new LastStatement(sql, unwritten, parameters);
        if (source == main) {
            joined(main).withCommit(statement);
        } else {
            statement.run(connection(source));
        }
    }

    /** Third-party bundles' first: what OBox has written is what others are told of and act on. */
    void commit() throws SQLException {
        for (EntityManager entities : managers.values()) {
            entities.getTransaction().commit();
        }
        JoinedConnection own = connections.get(main);
        if (own != null && connections.size() > 1) {
            own.runLast();
        }
        for (Map.Entry<ConnectionSource, JoinedConnection> connection : connections.entrySet()) {
            if (connection.getKey() != main) {
                connection.getValue().commit();
            }
        }
        if (own != null) {
            own.commit();
        }
    }

    /** Undoes everything; what fails in doing so is added to the fault that is the reason. */
    void rollback(Throwable reason) {
        for (EntityManager entities : managers.values()) {
            if (entities.getTransaction().isActive()) {
                quietly(reason, () -> entities.getTransaction().rollback());
            }
        }
        connections.values().forEach(connection -> quietly(reason, connection::rollback));
    }

    private interface Step {
        void run() throws Exception;
    }

    private static void quietly(Throwable reason, Step step) {
        try {
            step.run();
        } catch (Exception e) {
            reason.addSuppressed(e);
        }
    }

    /** Gives everything back. */
    void close() {
        managers.forEach(EntitySource::close);
        connections.values().forEach(Transaction::close);
    }

    private static void close(JoinedConnection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.debug("A connection could not be given back", e);
        }
    }

    void runActions() {
        for (Runnable action : actions) {
            run(action);
        }
    }

    static void run(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            LOG.error("What was to happen after a commit failed", e);
        }
    }
}

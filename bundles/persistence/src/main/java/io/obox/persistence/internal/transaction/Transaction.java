package io.obox.persistence.internal.transaction;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One transaction: at most one connection, an entity manager for each bundle that takes part. Of one thread only. */
public final class Transaction {
    private static final Logger LOG = LoggerFactory.getLogger(Transaction.class);

    private final ConnectionSource source;
    private final Map<EntitySource, EntityManager> managers = new LinkedHashMap<>();
    private final List<Runnable> actions = new ArrayList<>();
    private @Nullable JoinedConnection connection;

    Transaction(ConnectionSource source) {
        this.source = source;
    }

    /** The connection, borrowed at the first call. Commit, rollback and close of it do nothing. */
    public Connection connection() throws SQLException {
        return joined().shared();
    }

    private JoinedConnection joined() throws SQLException {
        JoinedConnection joined = connection;
        if (joined == null) {
            joined = new JoinedConnection(source.borrow());
            connection = joined;
        }
        return joined;
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

    /** Whether its connection broke. */
    boolean lost() {
        return connection != null && connection.lost();
    }

    void releaseLocksEarly() throws SQLException {
        joined().releaseLocksEarly();
    }

    void commit() throws SQLException {
        for (EntityManager entities : managers.values()) {
            entities.getTransaction().commit();
        }
        if (connection != null) {
            connection.commit();
        }
    }

    /** Undoes everything; what fails in doing so is added to the fault that is the reason. */
    void rollback(Throwable reason) {
        for (EntityManager entities : managers.values()) {
            if (entities.getTransaction().isActive()) {
                quietly(reason, () -> entities.getTransaction().rollback());
            }
        }
        if (connection != null) {
            quietly(reason, connection::rollback);
        }
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
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException e) {
                LOG.debug("A connection could not be given back", e);
            }
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

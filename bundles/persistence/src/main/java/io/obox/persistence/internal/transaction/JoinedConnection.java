package io.obox.persistence.internal.transaction;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The one connection of a transaction, as all who take part in it see it: none of them can end the transaction. It begins
 * with the first statement that may write or lock; reads before that cost no BEGIN and no COMMIT, which changes nothing for
 * them, because each statement has a snapshot of its own anyway (READ COMMITTED).
 */
final class JoinedConnection implements InvocationHandler {
    /**
     * Sent at once. The log comes to disk in its order: the last statement, a transaction of its own that waits for the disk,
     * brings along all before it, and those of several connections come there in one write. Its message is one that nobody
     * reads, for a transaction that logs nothing waits for nothing.
     */
    private static final String EARLY_COMMIT =
            "set local synchronous_commit = off; commit; select pg_logical_emit_message(true, 'obox', '')";

    private final Connection real;
    private final Connection shared;
    private boolean begun;
    private boolean early;
    private @Nullable LastStatement last;

    JoinedConnection(Connection real) {
        this.real = real;
        this.shared = (Connection) Proxy.newProxyInstance(
                JoinedConnection.class.getClassLoader(), new Class<?>[] {Connection.class}, this);
    }

    /** What is handed to those who take part. */
    Connection shared() {
        return shared;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] args) throws Throwable {
        switch (method.getName()) {
            case "close", "commit" -> {
                return null;
            }
            case "rollback" -> {
                if (args == null) {
                    return null;
                }
                begin();
            }
            case "setAutoCommit" -> {
                if (args != null && Boolean.FALSE.equals(args[0])) {
                    begin();
                }
                return null;
            }
            case "getAutoCommit" -> {
                return !begun;
            }
            case "prepareStatement" -> {
                if (args != null && args[0] instanceof String sql && !PlainRead.matches(sql)) {
                    begin();
                }
            }
            case "createStatement", "prepareCall", "setSavepoint" -> begin();
            case "equals" -> {
                return args != null && proxy == args[0];
            }
            case "hashCode" -> {
                return System.identityHashCode(proxy);
            }
            default -> {}
        }
        try {
            return method.invoke(real, args);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    private void begin() throws SQLException {
        if (!begun) {
            real.setAutoCommit(false);
            begun = true;
        }
    }

    /** Whether the pool has closed it because of a fault. */
    boolean lost() {
        try {
            return real.isClosed();
        } catch (SQLException e) {
            return true;
        }
    }

    /** The commit will wait for nothing, and so will those who want the rows that are locked. */
    void releaseLocksEarly() throws SQLException {
        begin();
        early = true;
    }

    /** The statement goes with the commit; one that was to do so goes now. */
    void withCommit(LastStatement statement) throws SQLException {
        runLast();
        releaseLocksEarly();
        last = statement;
    }

    /** What was to go with the commit goes now. */
    void runLast() throws SQLException {
        LastStatement waiting = last;
        last = null;
        if (waiting != null) {
            waiting.run(real);
        }
    }

    void commit() throws SQLException {
        if (last != null) {
            last.run(real, EARLY_COMMIT);
        } else if (early) {
            try (PreparedStatement statement = real.prepareStatement(EARLY_COMMIT)) {
                statement.execute();
            }
        } else if (begun) {
            real.commit();
        }
    }

    void rollback() throws SQLException {
        if (begun) {
            real.rollback();
        }
    }

    void close() throws SQLException {
        real.close();
    }
}

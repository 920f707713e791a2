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
    private final Connection real;
    private final Connection shared;
    private boolean begun;
    private boolean early;

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

    /** The commit then waits for nothing, and so do those who want the rows that are locked. */
    void releaseLocksEarly() throws SQLException {
        if (!early) {
            begin();
            execute("set local synchronous_commit = off");
            early = true;
        }
    }

    void commit() throws SQLException {
        if (begun) {
            real.commit();
        }
        if (early) {
            reachDisk();
        }
    }

    /**
     * The log comes to disk in its order: a commit that is waited for brings along all before it, and those of several
     * connections come there in one write. The message is one that nobody reads, for a transaction that logs nothing waits
     * for nothing.
     */
    private void reachDisk() throws SQLException {
        real.setAutoCommit(true);
        execute("select pg_logical_emit_message(true, 'obox', '')");
    }

    private void execute(String sql) throws SQLException {
        try (PreparedStatement statement = real.prepareStatement(sql)) {
            statement.execute();
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

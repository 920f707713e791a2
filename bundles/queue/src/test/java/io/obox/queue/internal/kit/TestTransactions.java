package io.obox.queue.internal.kit;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.obox.persistence.Transactions;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Transactions over a plain pool, with a switch that takes the database away. */
public final class TestTransactions implements Transactions, AutoCloseable {
    private final HikariDataSource pool;
    private final ThreadLocal<@Nullable Open> open = new ThreadLocal<>();
    private volatile boolean away;

    private record Open(Connection connection, List<Runnable> afterCommit) {}

    public TestTransactions(DataSource source, int poolSize) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(source);
        config.setMaximumPoolSize(poolSize);
        config.setAutoCommit(false);
        pool = new HikariDataSource(config);
    }

    /** Whether the database is to be out of reach. */
    public void away(boolean is) {
        away = is;
    }

    @Override
    public <T extends @Nullable Object> T call(EntityWork<T> work) {
        throw new UnsupportedOperationException("the queue has no entities");
    }

    @Override
    public <T extends @Nullable Object> T sql(SqlWork<T> work) {
        Open joined = open.get();
        try {
            return joined == null ? begin(work) : work.run(joined.connection());
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ProblemException(Problem.unavailable("The database failed."), e);
        }
    }

    private <T extends @Nullable Object> T begin(SqlWork<T> work) throws Exception {
        if (away) {
            throw new ProblemException(Problem.unavailable("The database is away."));
        }
        Open mine;
        T result;
        try (Connection connection = pool.getConnection()) {
            mine = new Open(connection, new ArrayList<>());
            open.set(mine);
            result = runAndCommit(work, connection);
        } finally {
            open.remove();
        }
        mine.afterCommit().forEach(Runnable::run);
        return result;
    }

    private static <T extends @Nullable Object> T runAndCommit(SqlWork<T> work, Connection connection)
            throws Exception {
        try {
            T result = work.run(connection);
            connection.commit();
            return result;
        } catch (Exception | Error e) {
            rollBack(connection);
            throw e;
        }
    }

    private static void rollBack(Connection connection) throws SQLException {
        if (!connection.isClosed()) {
            connection.rollback();
        }
    }

    @Override
    public void afterCommit(Runnable action) {
        Open joined = open.get();
        if (joined == null) {
            action.run();
        } else {
            joined.afterCommit().add(action);
        }
    }

    @Override
    public boolean ready() {
        return !away;
    }

    @Override
    public void close() {
        pool.close();
    }
}

package io.obox.persistence.internal.transaction;

import io.obox.persistence.internal.database.ConnectionSource;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Hands out the connection of the thread's transaction, again and again. */
public final class JoinedDataSource implements DataSource {
    private final ThreadTransactions transactions;
    private final ConnectionSource source;

    /** Over these transactions, and a source of connections for them. */
    public JoinedDataSource(ThreadTransactions transactions, ConnectionSource source) {
        this.transactions = transactions;
        this.source = source;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return transactions.connection(source);
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return transactions.connection(source);
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) {}

    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("This data source wraps nothing.");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}

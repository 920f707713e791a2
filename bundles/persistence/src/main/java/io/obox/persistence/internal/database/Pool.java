package io.obox.persistence.internal.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.obox.persistence.DatabaseAddress;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The connections to one address. */
final class Pool {
    private static final Duration RETIRE = Duration.ofSeconds(30);

    private final DatabaseAddress address;
    private final int size;
    private final PGSimpleDataSource unlimited;
    private final HikariDataSource pooled;
    private final Outage outage;

    /** Whose borrowers wait for a connection no longer than the patience. */
    Pool(DatabaseAddress address, int size, Duration patience) {
        this.address = address;
        this.size = size;
        this.unlimited = connectTo(address, new PGSimpleDataSource());
        this.outage = new Outage(unlimited, AddressParser.shown(address), this::evict);
        this.pooled = new HikariDataSource(config(size, patience, limited(address)));
    }

    DatabaseAddress address() {
        return address;
    }

    int size() {
        return size;
    }

    /** Connections beside the pool whose statements may take any time: for migrations. */
    DataSource unlimited() {
        return unlimited;
    }

    /** A connection in auto-commit mode; its close gives it back. */
    Connection borrow() throws SQLException {
        if (outage.away()) {
            throw new SQLTransientConnectionException(
                    "PostgreSQL at " + AddressParser.shown(address) + " does not answer.", "08001");
        }
        return pooled.getConnection();
    }

    /** A connection broke while it was used: whoever was told so does not meet another broken one. */
    void suspect() {
        if (outage.suspect()) {
            evict();
        }
    }

    boolean away() {
        return outage.away();
    }

    /** Closes the pool when its last connection is back, or after a while. */
    void retire() {
        outage.close();
        Thread.ofVirtual().name("obox-database-retire").start(() -> {
            Instant end = Instant.now().plus(RETIRE);
            try {
                while (pooled.getHikariPoolMXBean().getActiveConnections() > 0
                        && Instant.now().isBefore(end)) {
                    Thread.sleep(Duration.ofMillis(50));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            pooled.close();
        });
    }

    void close() {
        outage.close();
        pooled.close();
    }

    private void evict() {
        if (!pooled.isClosed()) {
            pooled.getHikariPoolMXBean().softEvictConnections();
        }
    }

    private PGSimpleDataSource limited(DatabaseAddress address) {
        PGSimpleDataSource limited = connectTo(address, new Watched());
        limited.setSocketTimeout(40);
        if (limited.getOptions() == null) {
            limited.setOptions(
                    "-c statement_timeout=30s -c lock_timeout=10s -c idle_in_transaction_session_timeout=60s");
        }
        return limited;
    }

    /** Tells of a connection that can't be made, which the pool itself would keep for later. */
    private final class Watched extends PGSimpleDataSource {
        private static final long serialVersionUID = 1L;

        @Override
        public Connection getConnection() throws SQLException {
            try {
                return super.getConnection();
            } catch (SQLException e) {
                outage.suspect();
                throw e;
            }
        }
    }

    private static HikariConfig config(int size, Duration patience, DataSource limited) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("obox");
        config.setDataSource(limited);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(Math.min(4, size - 1));
        config.setInitializationFailTimeout(-1);
        config.setConnectionTimeout(patience.toMillis());
        config.setValidationTimeout(1000);
        config.setIdleTimeout(Duration.ofMinutes(2).toMillis());
        config.setKeepaliveTime(Duration.ofSeconds(30).toMillis());
        config.setMaxLifetime(Duration.ofMinutes(30).toMillis());
        return config;
    }

    private static PGSimpleDataSource connectTo(DatabaseAddress address, PGSimpleDataSource source) {
        source.setUrl(address.url());
        if (!address.user().isEmpty()) {
            source.setUser(address.user());
            source.setPassword(address.password());
        }
        source.setApplicationName("obox");
        source.setConnectTimeout(2);
        source.setLoginTimeout(3);
        source.setTcpKeepAlive(true);
        source.setReWriteBatchedInserts(true);
        // lets a string parameter become jsonb, uuid, inet or an enum without a cast
        source.setStringType("unspecified");
        return source;
    }
}

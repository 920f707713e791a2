package io.obox.persistence.internal.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.obox.persistence.DatabaseAddress;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The connections to one address. */
final class Pool {
    private static final int SPARE = 4;
    private static final Duration RETIRE = Duration.ofSeconds(30);

    private final DatabaseAddress address;
    private final int size;
    private final PGSimpleDataSource unlimited;
    private final HikariDataSource pooled;
    /** For threads that hold a connection already. None is open before it is asked for. */
    private final HikariDataSource spare;

    private final Outage outage;

    /** Whose borrowers wait for a connection no longer than the patience. */
    Pool(DatabaseAddress address, int size, int idle, Duration patience) {
        this.address = address;
        this.size = size;
        this.unlimited = connectTo(address, new PGSimpleDataSource());
        this.outage = new Outage(unlimited, AddressParser.shown(address), this::evict);
        this.pooled = new HikariDataSource(config(size, Math.min(idle, size - 1), patience, limited(address)));
        this.spare = new HikariDataSource(config(SPARE, 0, patience, limited(address)));
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
        return borrow(pooled);
    }

    /** The same for a thread that holds one already. */
    Connection borrowAnother() throws SQLException {
        return borrow(spare);
    }

    private Connection borrow(HikariDataSource from) throws SQLException {
        if (outage.away()) {
            throw new SQLTransientConnectionException(
                    "PostgreSQL at " + AddressParser.shown(address) + " does not answer.", "08001");
        }
        return from.getConnection();
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
        Thread.ofVirtual()
                .inheritInheritableThreadLocals(false)
                .name("obox-database-retire")
                .start(new FutureTask<>(this::closeOnceUnused, null));
    }

    private void closeOnceUnused() {
        Instant end = Instant.now().plus(RETIRE);
        try {
            while (active() > 0 && Instant.now().isBefore(end)) {
                Thread.sleep(Duration.ofMillis(50));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        closeConnections();
    }

    private int active() {
        return Stream.of(pooled, spare)
                .mapToInt(pool -> pool.getHikariPoolMXBean().getActiveConnections())
                .sum();
    }

    private void closeConnections() {
        pooled.close();
        spare.close();
    }

    void close() {
        outage.close();
        closeConnections();
    }

    private void evict() {
        Stream.of(pooled, spare)
                .filter(pool -> !pool.isClosed())
                .forEach(pool -> pool.getHikariPoolMXBean().softEvictConnections());
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

    private static HikariConfig config(int size, int idle, Duration patience, DataSource limited) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("obox");
        config.setDataSource(limited);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(idle);
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

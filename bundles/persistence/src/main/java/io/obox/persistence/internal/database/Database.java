package io.obox.persistence.internal.database;

import io.obox.persistence.DatabaseAddress;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database that is in use at the moment: the configured one, else the one that is published as a service. Both may change
 * at any time; what was borrowed before goes back to where it came from.
 */
@Component(
        service = Database.class,
        configurationPid = {"io.obox.persistence", "$"})
public final class Database implements ConnectionSource {
    private static final Duration PATIENCE = Duration.ofMillis(2500);
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    private @Nullable DatabaseAddress configured;
    private @Nullable DatabaseAddress offered;
    private final Duration patience;
    private int size = 16;
    private int idle = 4;
    private boolean active;
    /** Why the configured address can't be used. */
    private volatile @Nullable String refused;

    private volatile @Nullable Pool pool;

    /** For DS. */
    public Database() {
        this.patience = PATIENCE;
    }

    /** One that uses at most so many connections, and has no address yet. */
    public Database(int size) {
        this(size, PATIENCE);
    }

    /** One whose borrowers wait for a connection no longer than the patience. */
    public Database(int size, Duration patience) {
        this.patience = patience;
        this.size = size;
        this.active = true;
    }

    /** One that keeps no connection open that nobody uses. */
    public static Database idle(int size) {
        Database database = new Database(size);
        database.idle = 0;
        return database;
    }

    @Activate
    synchronized void activate(Settings settings) {
        active = true;
        modified(settings);
    }

    @Modified
    synchronized void modified(Settings settings) {
        size = Math.max(2, settings.poolSize());
        refused = null;
        try {
            configured = settings.url().isBlank()
                    ? null
                    : AddressParser.parse(settings.url(), settings.user(), settings.password());
        } catch (IllegalArgumentException e) {
            configured = null;
            refused = e.getMessage();
            LOG.error(refused);
        }
        refresh();
    }

    /** Forgets the address and closes all connections. */
    @Deactivate
    public synchronized void close() {
        active = false;
        Pool last = pool;
        pool = null;
        if (last != null) {
            last.close();
        }
        notifyAll();
    }

    /** Uses this address as long as none is configured. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public synchronized void setOffered(DatabaseAddress address) {
        offered = address;
        refresh();
    }

    synchronized void unsetOffered(DatabaseAddress address) {
        if (offered == address) {
            offered = null;
            refresh();
        }
    }

    private synchronized void refresh() {
        if (!active) {
            return;
        }
        DatabaseAddress wanted = configured != null ? configured : refused == null ? offered : null;
        Pool last = pool;
        if (last != null && last.address().equals(wanted) && last.size() == size) {
            return;
        }
        pool = wanted == null ? null : new Pool(wanted, size, idle, patience);
        if (last != null) {
            last.retire();
        }
        if (wanted != null) {
            LOG.info("The database is PostgreSQL at {}.", AddressParser.shown(wanted));
        }
        notifyAll();
    }

    /** Where the database is, or null while that is not known. */
    public @Nullable DatabaseAddress address() {
        Pool now = pool;
        return now == null ? null : now.address();
    }

    /** Waits until an address is known; false if that was not so in time. */
    public synchronized boolean awaitAddress(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (pool == null) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            wait(Math.max(1, left / 1_000_000));
        }
        return true;
    }

    /**
     * A connection in auto-commit mode; its close gives it back.
     *
     * @throws SQLException with a state of class 08 while there is no database
     */
    @Override
    public Connection borrow() throws SQLException {
        return current().borrow();
    }

    @Override
    public Connection borrowAnother() throws SQLException {
        return current().borrowAnother();
    }

    /** Connections beside the pool whose statements may take any time: for migrations. */
    public DataSource unlimited() throws SQLException {
        return current().unlimited();
    }

    /** Has the database looked after, because a connection broke. Returns at once. */
    @Override
    public void suspect() {
        Pool now = pool;
        if (now != null) {
            now.suspect();
        }
    }

    /** Whether the database answered when it was last used. Never blocks. */
    public boolean reachable() {
        Pool now = pool;
        return now != null && !now.away();
    }

    private Pool current() throws SQLException {
        Pool now = pool;
        if (now == null) {
            String reason = refused;
            throw new SQLTransientConnectionException(reason == null ? "No database is known yet." : reason, "08001");
        }
        return now;
    }
}

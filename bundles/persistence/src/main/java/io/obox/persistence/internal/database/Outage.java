package io.obox.persistence.internal.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows whether PostgreSQL is away, so that callers are refused at once instead of each waiting for a connection. The first
 * fault starts a probe, which runs until PostgreSQL answers.
 */
final class Outage {
    private static final Logger LOG = LoggerFactory.getLogger(Outage.class);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final DataSource source;
    private final String shownAddress;
    private final Runnable onLoss;
    private final AtomicBoolean probing = new AtomicBoolean();
    private volatile boolean away;
    private volatile boolean closed;

    /** The action runs once per outage, when it has been proven. */
    Outage(DataSource source, String shownAddress, Runnable onLoss) {
        this.source = source;
        this.shownAddress = shownAddress;
        this.onLoss = onLoss;
    }

    boolean away() {
        return away;
    }

    /** A connection failed. Returns at once; true if that is news. */
    boolean suspect() {
        boolean news = !closed && probing.compareAndSet(false, true);
        if (news) {
            Thread.ofVirtual()
                    .inheritInheritableThreadLocals(false)
                    .name("obox-database-probe")
                    .start(new FutureTask<>(this::probe, null));
        }
        return news;
    }

    void close() {
        closed = true;
    }

    private void probe() {
        try {
            onLoss.run();
            while (!closed && !answers()) {
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            probing.set(false);
        }
    }

    private boolean answers() {
        try (Connection connection = source.getConnection()) {
            boolean valid = connection.isValid(1);
            if (away) {
                LOG.info("PostgreSQL at {} answers again.", shownAddress);
            }
            away = false;
            return valid;
        } catch (SQLException e) {
            if (!away) {
                LOG.warn("PostgreSQL at {} does not answer: {}", shownAddress, e.getMessage());
            }
            away = true;
            return false;
        }
    }
}

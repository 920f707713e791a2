package io.obox.persistence.internal.retention;

import io.obox.persistence.Retention;
import io.obox.persistence.internal.transaction.ThreadTransactions;
import io.obox.persistence.sql.Sql;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One retention, bite by bite until nothing is left. Another node that has begun is left to it. */
final class Round implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Round.class);
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final int LOCKED_ELSEWHERE = -1;

    /** Held to the end of a bite's transaction, wherever that comes. */
    private static final Sql LOCK =
            new Sql("select pg_try_advisory_xact_lock(hashtext('obox.retention'), hashtext(?))");

    private final Retention retention;
    private final ThreadTransactions transactions;
    private final AtomicReference<@Nullable Bite> current = new AtomicReference<>();
    private volatile boolean ended;

    private record Bite(Thread thread, long since) {}

    Round(Retention retention, ThreadTransactions transactions) {
        this.retention = retention;
        this.transactions = transactions;
    }

    boolean isOf(Retention other) {
        return retention == other;
    }

    @Override
    public void run() {
        long deleted = 0;
        try {
            int last = bite();
            while (!ended && last != LOCKED_ELSEWHERE) {
                deleted += last;
                if (last < retention.bite()) {
                    break;
                }
                Thread.sleep(PAUSE);
                last = bite();
            }
        } catch (InterruptedException e) {
            LOG.debug("a retention is given up", e);
        } catch (RuntimeException | Error e) {
            LOG.warn(
                    "{} could not delete what has expired", retention.getClass().getName(), e);
        }
        if (deleted > 0) {
            LOG.info("Deleted {} expired rows of {}.", deleted, retention.name());
        }
    }

    private int bite() {
        current.set(new Bite(Thread.currentThread(), System.nanoTime()));
        try {
            return transactions.run(transaction -> {
                boolean locked = LOCK.first(transaction.connection(), row -> row.getBoolean(1), retention.name())
                        .orElse(false);
                return locked ? retention.deleteAged(retention.bite()) : LOCKED_ELSEWHERE;
            });
        } finally {
            end();
        }
    }

    private synchronized void end() {
        current.set(null);
    }

    /** Interrupts a bite that takes longer. */
    synchronized void check(Duration limit) {
        Bite bite = current.get();
        if (bite != null && System.nanoTime() - bite.since() > limit.toNanos()) {
            LOG.warn(
                    "{} takes too long and is interrupted.",
                    retention.getClass().getName());
            bite.thread().interrupt();
        }
    }

    /** The retention is gone. */
    void close() {
        ended = true;
    }
}

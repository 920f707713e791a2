package io.obox.persistence.internal.retention;

import io.obox.persistence.Retention;
import io.obox.persistence.internal.transaction.ThreadTransactions;
import io.obox.persistence.internal.unit.Units;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Begins the rounds of all retentions again and again, each on a thread of its own, of which there are few. */
@Component(service = Retentions.class, immediate = true)
public final class Retentions {
    private static final Duration PERIOD = Duration.ofMinutes(1);
    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final int MOST = 16;

    private final ThreadTransactions transactions;
    private final Duration limit;
    private final Set<Round> waiting = ConcurrentHashMap.newKeySet();
    private final Set<Round> running = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform()
            .inheritInheritableThreadLocals(false)
            .daemon()
            .name("obox-retention-clock")
            .factory());
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            0,
            MOST,
            1,
            TimeUnit.MINUTES,
            new SynchronousQueue<>(),
            Thread.ofPlatform()
                    .inheritInheritableThreadLocals(false)
                    .daemon()
                    .name("obox-retention-", 1)
                    .factory());

    /** Over the transactions that all bundles share. */
    @Activate
    public Retentions(@Reference Units units) {
        this(units.transactions(), PERIOD, LIMIT);
    }

    /** With times of its own. */
    Retentions(ThreadTransactions transactions, Duration period, Duration limit) {
        this.transactions = transactions;
        this.limit = limit;
        clock.scheduleWithFixedDelay(this::begin, period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
        long watch = Math.max(10, limit.toMillis() / 10);
        clock.scheduleWithFixedDelay(this::check, watch, watch, TimeUnit.MILLISECONDS);
    }

    @Deactivate
    void deactivate() {
        waiting.forEach(Round::close);
        clock.shutdownNow();
        threads.shutdownNow();
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindRetention(Retention retention) {
        waiting.add(new Round(retention, transactions));
    }

    void unbindRetention(Retention retention) {
        waiting.removeIf(round -> {
            boolean gone = round.isOf(retention);
            if (gone) {
                round.close();
            }
            return gone;
        });
    }

    private void begin() {
        waiting.stream().filter(running::add).forEach(round -> {
            try {
                threads.execute(() -> finish(round));
            } catch (RejectedExecutionException e) {
                running.remove(round);
            }
        });
    }

    private void finish(Round round) {
        try {
            round.run();
        } finally {
            running.remove(round);
        }
    }

    private void check() {
        running.forEach(round -> round.check(limit));
    }
}

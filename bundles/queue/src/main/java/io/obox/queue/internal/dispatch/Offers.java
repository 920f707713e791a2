package io.obox.queue.internal.dispatch;

import io.obox.queue.internal.ledger.Offer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries offers to Redis, as many at once as have gathered. What does not arrive is found in the ledger by the workers. */
final class Offers implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Offers.class);
    private static final int BATCH = 500;
    private static final int CAPACITY = 100_000;
    private static final int PROBE_MILLIS = 500;

    private final LinkedBlockingQueue<Offer> waiting = new LinkedBlockingQueue<>(CAPACITY);
    private final RedisLink link;
    private final Notices notices;
    // no virtual thread: handlers may hold all carriers in native calls
    private final Thread thread = Thread.ofPlatform()
            .inheritInheritableThreadLocals(false)
            .daemon()
            .name("obox-queue-offers")
            .unstarted(new FutureTask<>(this, null));
    private long lastProbe = System.nanoTime();

    Offers(RedisLink link, Notices notices) {
        this.link = link;
        this.notices = notices;
    }

    void start() {
        thread.start();
    }

    void close() {
        thread.interrupt();
    }

    void add(Collection<Offer> jobs) {
        jobs.forEach(waiting::offer);
    }

    @Override
    public void run() {
        probe();
        while (!Thread.currentThread().isInterrupted()) {
            try {
                step();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | Error e) {
                LOG.error("Jobs could not be offered; workers will find them in the database", e);
            }
        }
    }

    private void step() throws InterruptedException {
        @Nullable Offer first = waiting.poll(PROBE_MILLIS, TimeUnit.MILLISECONDS);
        if (!link.up() && System.nanoTime() - lastProbe > TimeUnit.MILLISECONDS.toNanos(PROBE_MILLIS)) {
            probe();
        }
        if (first == null) {
            return;
        }
        List<Offer> batch = new ArrayList<>();
        batch.add(first);
        waiting.drainTo(batch, BATCH - 1);
        if (!link.offer(batch)) {
            notices.work();
        }
    }

    private void probe() {
        link.probe();
        lastProbe = System.nanoTime();
    }
}

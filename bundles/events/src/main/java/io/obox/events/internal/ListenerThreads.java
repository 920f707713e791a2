package io.obox.events.internal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads on which listeners are called: no more than one for each at a time, a share for those of one bundle, and a
 * bounded number in all. They are threads of the operating system, so that one that spins takes no more than its share from
 * those that serve people.
 */
final class ListenerThreads {
    private static final int MOST = 64;
    /** So many of them for the listeners of one bundle. */
    private static final int SHARE = 16;

    private static final int IDLE_SECONDS = 10;

    private final Duration limit;
    private final Duration last;
    private final List<Mailbox> mailboxes = new CopyOnWriteArrayList<>();
    private final ThreadPoolExecutor pool = new ThreadPoolExecutor(
            0,
            MOST,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            Thread.ofPlatform()
                    .inheritInheritableThreadLocals(false)
                    .daemon()
                    .name("obox-event-listener-", 1)
                    .factory());
    private final Map<Object, Integer> busy = new ConcurrentHashMap<>();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform()
            .inheritInheritableThreadLocals(false)
            .daemon()
            .name("obox-event-deadlines")
            .factory());

    /**
     * For listeners.
     *
     * @param limit within which they have to return
     * @param last within which they have to do so at the end
     */
    ListenerThreads(Duration limit, Duration last) {
        this.limit = limit;
        this.last = last;
        long period = Math.max(10, limit.toMillis() / 10);
        watch.scheduleWithFixedDelay(
                () -> mailboxes.forEach(mailbox -> mailbox.check(limit)), period, period, TimeUnit.MILLISECONDS);
    }

    void watch(Mailbox mailbox) {
        mailboxes.add(mailbox);
    }

    void unwatch(Mailbox mailbox) {
        mailboxes.remove(mailbox);
    }

    Duration limit() {
        return limit;
    }

    /** Whether a thread was free to call the listener. */
    boolean run(Mailbox mailbox) {
        Object owner = mailbox.owner();
        if (busy.merge(owner, 1, Integer::sum) > SHARE) {
            leave(owner);
            return false;
        }
        try {
            pool.execute(() -> {
                try {
                    mailbox.run();
                } finally {
                    leave(owner);
                }
            });
            return true;
        } catch (RejectedExecutionException e) {
            leave(owner);
            return false;
        }
    }

    private void leave(Object owner) {
        busy.computeIfPresent(owner, (same, threads) -> threads == 1 ? null : threads - 1);
    }

    /** Calls that are under way have a moment to return. */
    void close() {
        watch.shutdownNow();
        pool.shutdown();
        try {
            pool.awaitTermination(last.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        pool.shutdownNow();
    }
}

package io.obox.queue.internal.foreign;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls code of other bundles on a few platform threads that do nothing else, and interrupts what takes too long. Code that
 * goes on in spite of that costs one of the threads, of which each bundle may have half.
 */
public final class ForeignCalls {
    private static final Logger LOG = LoggerFactory.getLogger(ForeignCalls.class);
    private static final Duration IDLE = Duration.ofSeconds(5);

    private final ThreadPoolExecutor threads;
    private final Duration deadline;
    private final int share;
    private final Map<Object, Integer> busy = new ConcurrentHashMap<>();

    /**
     * Threads are made as they are needed.
     *
     * @param most how many calls there may be at once
     * @param deadline after how long a call is interrupted
     */
    public ForeignCalls(String name, int most, Duration deadline) {
        this.deadline = deadline;
        this.share = Math.max(1, most / 2);
        threads = new ThreadPoolExecutor(
                0,
                most,
                IDLE.toMillis(),
                TimeUnit.MILLISECONDS,
                new SynchronousQueue<>(),
                Thread.ofPlatform()
                        .inheritInheritableThreadLocals(false)
                        .daemon()
                        .name(name + "-", 0)
                        .factory());
    }

    /**
     * Has the call made, and returns at once; false if too many are under way.
     *
     * @param owner whose code it is
     */
    public boolean offer(Object owner, Runnable call) {
        if (busy.merge(owner, 1, Integer::sum) > share) {
            leave(owner);
            return false;
        }
        boolean offered = offer(() -> {
            try {
                call.run();
            } finally {
                leave(owner);
            }
        });
        if (!offered) {
            leave(owner);
        }
        return offered;
    }

    private void leave(Object owner) {
        busy.computeIfPresent(owner, (same, calls) -> calls == 1 ? null : calls - 1);
    }

    /** The same for code of which it is not known before whose it is. */
    public boolean offer(Runnable call) {
        CompletableFuture<Void> ended = new CompletableFuture<>();
        FutureTask<?> task = new FutureTask<>(() -> guarded(call), null);
        try {
            threads.execute(() -> {
                task.run();
                ended.complete(null);
            });
        } catch (RejectedExecutionException e) {
            return false;
        }
        // the timer goes with the call: it would keep the classes of a bundle that has gone meanwhile
        ended.orTimeout(deadline.toMillis(), TimeUnit.MILLISECONDS).exceptionally(late -> {
            task.cancel(true);
            return null;
        });
        return true;
    }

    /** Interrupts what is under way, and makes no more calls. */
    public void close() {
        threads.shutdownNow();
    }

    private static void guarded(Runnable call) {
        try {
            call.run();
        } catch (Throwable e) {
            LOG.error("A call of another bundle's code failed", e);
        }
    }
}

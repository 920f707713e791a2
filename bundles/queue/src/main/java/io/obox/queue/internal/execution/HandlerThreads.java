package io.obox.queue.internal.execution;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads on which handlers run, as many as jobs run at once. They are platform threads: one that never gives way takes its
 * share of the processors and no more, where virtual ones would lose their carriers to it. And an interrupt does not cost them
 * the connection to the database that they are reading from.
 */
final class HandlerThreads {
    private static final Duration IDLE = Duration.ofSeconds(5);

    private ThreadPoolExecutor threads = hire(1);
    private int size = 1;

    private static ThreadPoolExecutor hire(int size) {
        ThreadPoolExecutor hired = new ThreadPoolExecutor(
                size,
                size,
                IDLE.toMillis(),
                TimeUnit.MILLISECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform()
                        .inheritInheritableThreadLocals(false)
                        .daemon()
                        .name("obox-job-", 0)
                        .factory());
        hired.allowCoreThreadTimeOut(true);
        return hired;
    }

    /** Changes how many there are; what is under way goes on. */
    synchronized void resize(int workers) {
        int next = Math.max(1, workers);
        if (next > size) {
            threads.setMaximumPoolSize(next);
            threads.setCorePoolSize(next);
        } else {
            threads.setCorePoolSize(next);
            threads.setMaximumPoolSize(next);
        }
        size = next;
    }

    synchronized void execute(Runnable attempt) {
        threads.execute(attempt);
    }

    /**
     * From now on other threads take over. Those that there were end with what they are at, so that they keep nothing of a
     * bundle that has gone, and one that does not end is in nobody's way.
     */
    synchronized void renew() {
        ThreadPoolExecutor before = threads;
        List<Runnable> waiting = new ArrayList<>();
        threads = hire(size);
        before.getQueue().drainTo(waiting);
        before.shutdown();
        waiting.forEach(threads::execute);
    }

    /** Takes no more; what is under way goes on. */
    synchronized void close() {
        threads.shutdown();
    }
}

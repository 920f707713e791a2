package io.obox.queue.internal.execution;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many handlers run at once, and how many jobs a worker may hold. It holds more than it runs only while jobs are so short
 * that asking for each one would take longer than doing it: as many as it did in the last tenth of a second.
 */
final class Slots {
    private static final int MOST_AHEAD = 1000;
    private static final long WINDOW = TimeUnit.MILLISECONDS.toNanos(25);
    private static final long LOOK_AHEAD = TimeUnit.MILLISECONDS.toNanos(100);

    private final AtomicInteger held = new AtomicInteger();
    private final AtomicInteger finished = new AtomicInteger();
    private int workers;
    private long windowStart = System.nanoTime();
    private int ahead;

    /** Changes how many run at once; those that run go on. */
    synchronized void resize(int size) {
        workers = size;
    }

    /** How many more jobs to take. A little room is left alone while it is better to take many at once. */
    synchronized int room() {
        if (workers == 0) {
            return 0;
        }
        look();
        int room = workers + ahead - held.get();
        return room >= Math.max(1, ahead / 2) ? room : 0;
    }

    private void look() {
        long elapsed = System.nanoTime() - windowStart;
        if (elapsed >= WINDOW) {
            ahead = (int) Math.min(MOST_AHEAD, finished.getAndSet(0) * LOOK_AHEAD / elapsed);
            windowStart = System.nanoTime();
        }
    }

    void took() {
        held.incrementAndGet();
    }

    void letGo() {
        held.decrementAndGet();
    }

    /** A handler has returned. */
    void finished() {
        finished.incrementAndGet();
    }
}

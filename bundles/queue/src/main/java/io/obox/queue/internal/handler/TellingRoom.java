package io.obox.queue.internal.handler;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * How many domains of third-party bundles are told of ends at once on this node: each of them holds a connection to the
 * database, for as long as it likes.
 */
final class TellingRoom {
    private static final int MOST = 6;
    /** So many of them for the domains of one bundle. */
    private static final int SHARE = 2;

    private final Map<Object, Integer> busy = new HashMap<>();
    private int all;

    /** Whether one more of the owner's domains could be told now. */
    synchronized boolean has(Object owner) {
        return all < MOST && busy.getOrDefault(owner, 0) < SHARE;
    }

    /** Takes a place, which has to be left; false if there was none for so long. */
    synchronized boolean enter(Object owner, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (!has(owner)) {
            if (!awaitChange(end - System.nanoTime())) {
                return false;
            }
        }
        busy.merge(owner, 1, Integer::sum);
        all++;
        return true;
    }

    private boolean awaitChange(long nanos) {
        if (nanos <= 0) {
            return false;
        }
        try {
            TimeUnit.NANOSECONDS.timedWait(this, nanos);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    synchronized void leave(Object owner) {
        busy.computeIfPresent(owner, (same, told) -> told == 1 ? null : told - 1);
        all--;
        notifyAll();
    }
}

package io.obox.queue.internal.execution;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The time in which a domain is told of the end of an attempt, on the attempt's thread and in the transaction of its end. */
final class Telling {
    private @Nullable Thread thread;
    private long begunAt;
    private boolean givenUp;

    /** Tells on this thread; an interruption that is meant for the domain does not outlast it. */
    void run(Runnable tell) {
        begin();
        try {
            tell.run();
        } finally {
            end();
        }
    }

    private synchronized void begin() {
        thread = Thread.currentThread();
        begunAt = System.nanoTime();
    }

    private synchronized void end() {
        thread = null;
        var unused = Thread.interrupted();
    }

    /** Whether the domain has been at it for longer. */
    synchronized boolean lasts(Duration time) {
        return thread != null && System.nanoTime() - begunAt > time.toNanos();
    }

    synchronized void interrupt() {
        if (thread != null) {
            thread.interrupt();
        }
    }

    /** Leaves the thread to a domain that does not return; false if it has returned, or this was done before. */
    synchronized boolean giveUp() {
        boolean first = thread != null && !givenUp;
        givenUp |= first;
        return first;
    }

    synchronized boolean givenUp() {
        return givenUp;
    }
}

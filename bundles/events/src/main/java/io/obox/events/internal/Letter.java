package io.obox.events.internal;

import io.obox.event.Event;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * An event for the listeners of this node.
 *
 * @param untold listeners that have not dealt with it, of those whom the last ones wait for
 * @param since when it was put into the mailboxes, by {@link System#nanoTime}
 */
record Letter(Event event, CountDownLatch untold, long since) {
    /** How much later the last ones may be told because another one takes its time. */
    private static final Duration PATIENCE = Duration.ofMillis(250);

    static Letter of(Event event, int listeners) {
        return new Letter(event, new CountDownLatch(listeners), System.nanoTime());
    }

    /** One listener has dealt with it, or will not. */
    void told() {
        untold.countDown();
    }

    void awaitOthers() throws InterruptedException {
        long left = since + PATIENCE.toNanos() - System.nanoTime();
        if (left > 0) {
            var unused = untold.await(left, TimeUnit.NANOSECONDS);
        }
    }
}

package io.obox.queue.internal.sweep;

import java.time.Duration;

/**
 * Whether leases that have run out mean anything. While the database was away nobody could renew one; so after an outage,
 * and after the start of this process, every worker gets the time to do so first.
 */
public final class Trust {
    private volatile long since = System.nanoTime();

    /** The database did not answer. */
    public void outage() {
        since = System.nanoTime();
    }

    /** Whether the database has answered for so long. */
    public boolean earned(Duration time) {
        return System.nanoTime() - since >= time.toNanos();
    }
}

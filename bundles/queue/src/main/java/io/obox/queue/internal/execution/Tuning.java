package io.obox.queue.internal.execution;

import java.time.Duration;

/**
 * How a worker works. May change while it does.
 *
 * @param node what the node is called
 * @param workers how many handlers run at once; 0 for none
 * @param lease for how long a job belongs to its worker without a sign of life
 * @param tick how often the ledger is looked into without a reason
 */
public record Tuning(String node, int workers, Duration lease, Duration tick) {
    /** For how long a domain may be told of a job's end: nobody can renew the lease meanwhile, because its row is locked. */
    Duration telling() {
        return lease.dividedBy(2);
    }
}

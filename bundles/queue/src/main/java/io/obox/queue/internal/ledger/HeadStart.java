package io.obox.queue.internal.ledger;

import io.obox.job.JobPriority;
import java.time.Duration;

/**
 * How much earlier than it is due a job of each priority is ranked. That waiting ages follows from it: a low job overtakes
 * every normal one that became due ten minutes after it, and each job's turn comes in the end.
 */
final class HeadStart {
    private HeadStart() {}

    static Duration of(JobPriority priority) {
        return switch (priority) {
            case CRITICAL -> Duration.ofHours(4);
            case HIGH -> Duration.ofHours(1);
            case NORMAL -> Duration.ofMinutes(10);
            case LOW -> Duration.ZERO;
        };
    }
}

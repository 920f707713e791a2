package io.obox.queue.internal.ledger;

import io.obox.job.JobPriority;
import io.obox.job.JobRequest;
import java.time.Duration;

/**
 * How much earlier than it is due a job of each priority is ranked. That waiting ages follows from it: a low job overtakes
 * every normal one that became due ten minutes after it, and each job's turn comes in the end. What only submits the jobs of
 * many goes before all other jobs of its owner: these stand in line themselves, and can't before it has run.
 */
final class HeadStart {
    private static final Duration OF_A_WHOLE = Duration.ofDays(365);

    private HeadStart() {}

    static Duration of(JobRequest request) {
        Duration urgency = of(request.priority());
        return request.hasParts() ? OF_A_WHOLE.plus(urgency) : urgency;
    }

    private static Duration of(JobPriority priority) {
        return switch (priority) {
            case CRITICAL -> Duration.ofHours(4);
            case HIGH -> Duration.ofHours(1);
            case NORMAL -> Duration.ofMinutes(10);
            case LOW -> Duration.ZERO;
        };
    }
}

package io.obox.queue.internal.handler;

import io.obox.job.RetryPolicy;
import java.time.Duration;

/** How much of OBox's time a handler may ask for. */
final class Bounds {
    static final Duration LONGEST_GRACE = Duration.ofSeconds(20);
    static final Duration LONGEST_ATTEMPT = Duration.ofHours(6);

    private Bounds() {}

    static RetryPolicy of(RetryPolicy asked) {
        return new RetryPolicy(
                        Math.max(1, asked.maxAttempts()),
                        atLeastNothing(asked.backoff()),
                        shorter(asked.grace(), LONGEST_GRACE))
                .withBackoffUpTo(asked.longestBackoff())
                .withDeadline(shorter(asked.deadline(), LONGEST_ATTEMPT));
    }

    private static Duration shorter(Duration asked, Duration most) {
        return asked.compareTo(most) > 0 ? most : atLeastNothing(asked);
    }

    private static Duration atLeastNothing(Duration asked) {
        return asked.isNegative() ? Duration.ZERO : asked;
    }
}

package io.obox.job;

import java.time.Duration;

/**
 * How a kind of job is retried.
 *
 * @param maxAttempts attempts in all, at least 1
 * @param backoff pause after a failed attempt, before jitter of up to a fifth
 * @param grace how long a running attempt may go on once its bundle or node is about to go away
 */
public record RetryPolicy(int maxAttempts, Duration backoff, Duration grace) {
    /** Three attempts, five seconds apart, ten seconds of grace. */
    public static final RetryPolicy DEFAULT = new RetryPolicy(3, Duration.ofSeconds(5), Duration.ofSeconds(10));
}

package io.obox.job;

import java.time.Duration;

/** How a kind of job is retried, and how long an attempt may take. Immutable. */
public final class RetryPolicy {
    private static final Duration USUAL_DEADLINE = Duration.ofMinutes(30);

    /** Three attempts, five seconds apart, ten seconds of grace, half an hour for each attempt. */
    public static final RetryPolicy DEFAULT = new RetryPolicy(3, Duration.ofSeconds(5), Duration.ofSeconds(10));

    private final int maxAttempts;
    private final Duration backoff;
    private final Duration longestBackoff;
    private final Duration grace;
    private final Duration deadline;

    /**
     * With half an hour for each attempt.
     *
     * @param maxAttempts attempts in all, at least 1
     * @param backoff pause after a failed attempt, before jitter of up to a fifth
     * @param grace how long a running attempt may go on once its bundle or node is about to go away; twenty seconds at most
     */
    public RetryPolicy(int maxAttempts, Duration backoff, Duration grace) {
        this(maxAttempts, backoff, backoff, grace, USUAL_DEADLINE);
    }

    private RetryPolicy(int maxAttempts, Duration backoff, Duration longestBackoff, Duration grace, Duration deadline) {
        this.maxAttempts = maxAttempts;
        this.backoff = backoff;
        this.longestBackoff = longestBackoff;
        this.grace = grace;
        this.deadline = deadline;
    }

    /**
     * The same with another time for each attempt, six hours at most. An attempt that takes longer is interrupted, and has
     * failed; one that goes on nevertheless counts no more.
     */
    public RetryPolicy withDeadline(Duration longest) {
        return new RetryPolicy(maxAttempts, backoff, longestBackoff, grace, longest);
    }

    /**
     * The same with pauses that double from one failed attempt to the next: for what may be away for hours, but often is back within a
     * minute.
     *
     * @param longest where they stop to grow; no shorter than the first one
     */
    public RetryPolicy withBackoffUpTo(Duration longest) {
        return new RetryPolicy(
                maxAttempts, backoff, longest.compareTo(backoff) < 0 ? backoff : longest, grace, deadline);
    }

    /** Attempts in all. */
    public int maxAttempts() {
        return maxAttempts;
    }

    /** Pause after the first failed attempt. */
    public Duration backoff() {
        return backoff;
    }

    /** The longest pause after a failed attempt. */
    public Duration longestBackoff() {
        return longestBackoff;
    }

    /**
     * Pause after a failed attempt.
     *
     * @param attempt which one, from 1
     */
    public Duration backoff(int attempt) {
        Duration pause = backoff;
        for (int i = 1; i < attempt && pause.compareTo(longestBackoff) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(longestBackoff) > 0 ? longestBackoff : pause;
    }

    /** How long a running attempt may go on once its bundle or node is about to go away. */
    public Duration grace() {
        return grace;
    }

    /** How long an attempt may take. */
    public Duration deadline() {
        return deadline;
    }
}

package io.obox.auth.internal.login;

import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;

/**
 * So many attempts at once for each key, and after that one in each interval. An attempt counts from its beginning, so that
 * many at the same moment are no way around it. Keys carry where the attempt comes from: whoever guesses uses up his own
 * attempts, not those of the person whose password he guesses.
 */
final class AttemptLimit {
    private static final int MAX_KEYS = 50_000;

    /** For each key, when nothing would be left to wait for. */
    private final ConcurrentHashMap<String, Instant> debts = new ConcurrentHashMap<>();

    private final InstantSource clock;
    private final int burst;
    private final Duration interval;

    AttemptLimit(InstantSource clock, int burst, Duration interval) {
        this.clock = clock;
        this.burst = burst;
        this.interval = interval;
    }

    /** Counts an attempt, or refuses it with the time to wait. */
    void begin(String key) {
        Instant now = clock.instant();
        if (debts.size() >= MAX_KEYS) {
            debts.values().removeIf(until -> !until.isAfter(now));
        }
        debts.compute(key, (ignored, until) -> {
            Instant from = until == null || until.isBefore(now) ? now : until;
            Duration wait = Duration.between(now, from).minus(interval.multipliedBy(burst - 1L));
            if (wait.isPositive()) {
                throw new ProblemException(Problem.rateLimited("There were too many attempts to log in."), wait);
            }
            return from.plus(interval);
        });
    }

    /** Takes an attempt back that was a good one. */
    void forgive(String key) {
        debts.computeIfPresent(key, (ignored, until) -> until.minus(interval));
    }

    /** Forgets every attempt with this key. */
    void clear(String key) {
        debts.remove(key);
    }
}

package io.obox.auth.internal.limit;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.ConsumptionProbe;
import io.obox.auth.internal.message.AuthMessage;
import io.obox.auth.internal.token.Sha256;
import io.obox.message.Message;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/**
 * So many attempts at once for each key, and after that one in each interval. An attempt counts from its beginning, so that
 * many at the same moment are no way around it. Of a key only the hash is kept.
 */
public final class AttemptLimit {
    private final Attempts attempts;
    private final String name;
    private final Bandwidth bandwidth;

    AttemptLimit(Attempts attempts, String name, int burst, Duration interval) {
        this.attempts = attempts;
        this.name = name;
        this.bandwidth = Bandwidth.builder()
                .capacity(burst)
                .refillGreedy(1, interval)
                .id(name)
                .build();
    }

    /** Counts an attempt to log in, or refuses it with the time to wait. */
    public void begin(String key) {
        begin(key, AuthMessage.TOO_MANY_LOGINS.with());
    }

    /** Counts an attempt, or refuses it with these words and the time to wait. */
    public void begin(String key, Message refusal) {
        wait(key).ifPresent(wait -> {
            throw new ProblemException(Problem.rateLimited(refusal), wait);
        });
    }

    /** Counts an attempt, unless there were too many: then false. */
    public boolean tryBegin(String key) {
        return wait(key).isEmpty();
    }

    /** Takes an attempt back that was a good one. */
    public void forgive(String key) {
        attempts.count(stored(key), bandwidth, bucket -> {
            bucket.addTokens(1);
            return true;
        });
    }

    /** Forgets every attempt with this key. */
    public void clear(String key) {
        attempts.count(stored(key), bandwidth, bucket -> {
            bucket.reset();
            return true;
        });
    }

    private Optional<Duration> wait(String key) {
        ConsumptionProbe probe =
                attempts.count(stored(key), bandwidth, bucket -> bucket.tryConsumeAndReturnRemaining(1));
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    private String stored(String key) {
        byte[] hash = Sha256.of(key.getBytes(StandardCharsets.UTF_8));
        return name + ":" + Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }
}

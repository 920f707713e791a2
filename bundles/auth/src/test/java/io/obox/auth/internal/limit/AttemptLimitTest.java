package io.obox.auth.internal.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.obox.auth.internal.ManualClock;
import io.obox.problem.ProblemException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On this node alone; {@link SharedAttemptLimitTest} is the same in Redis. */
class AttemptLimitTest {
    final ManualClock clock = new ManualClock();
    final String name = UUID.randomUUID().toString();
    private final AttemptLimit limit = limit();

    /** Three at once, and one each thirty seconds. */
    AttemptLimit limit() {
        return new Attempts(clock).limit(name, 3, Duration.ofSeconds(30));
    }

    @BeforeEach
    void useUpAllAttempts() {
        for (int i = 0; i < 3; i++) {
            limit.begin("mallory");
        }
    }

    @Test
    void oneMoreIsRefusedWithTheTimeToWait() {
        clock.pass(Duration.ofSeconds(10));
        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> limit.begin("mallory"));
        assertThat(refused.problem().slug()).isEqualTo("rate-limited");
        assertThat(refused.retryAfter()).contains(Duration.ofSeconds(20));
    }

    @Test
    void oneIsAllowedAgainAfterThatTimeAndNoMore() {
        clock.pass(Duration.ofSeconds(30));
        limit.begin("mallory");
        assertThat(refused()).isTrue();
    }

    @Test
    void aRefusedAttemptCostsNothing() {
        assertThat(refused()).isTrue();
        clock.pass(Duration.ofSeconds(30));
        assertThatCode(() -> limit.begin("mallory")).doesNotThrowAnyException();
    }

    @Test
    void othersAreNotTouched() {
        assertThatCode(() -> limit.begin("alice")).doesNotThrowAnyException();
    }

    @Test
    void aForgivenAttemptCanBeMadeAgain() {
        limit.forgive("mallory");
        limit.begin("mallory");
        assertThat(refused()).isTrue();
    }

    @Test
    void clearingGivesAllAttemptsBack() {
        limit.clear("mallory");
        assertThatCode(this::useUpAllAttempts).doesNotThrowAnyException();
    }

    private boolean refused() {
        try {
            limit.begin("mallory");
            return false;
        } catch (ProblemException e) {
            return true;
        }
    }
}

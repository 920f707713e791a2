package io.obox.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {
    private static final RetryPolicy EVEN = new RetryPolicy(5, Duration.ofSeconds(30), Duration.ZERO);

    @Test
    void pausesAreAlikeUnlessTheyAreToGrow() {
        assertThat(IntStream.of(1, 2, 50).mapToObj(EVEN::backoff)).containsOnly(Duration.ofSeconds(30));
    }

    @Test
    void pausesDoubleUpToTheLongest() {
        RetryPolicy growing = EVEN.withBackoffUpTo(Duration.ofMinutes(3));

        assertThat(IntStream.rangeClosed(1, 5).mapToObj(growing::backoff).map(Duration::toSeconds))
                .containsExactly(30L, 60L, 120L, 180L, 180L);
        assertThat(growing.withDeadline(Duration.ofHours(1)).backoff(Integer.MAX_VALUE))
                .isEqualTo(Duration.ofMinutes(3));
    }

    @Test
    void theLongestPauseIsNoShorterThanTheFirst() {
        assertThat(EVEN.withBackoffUpTo(Duration.ofSeconds(1)).backoff(9)).isEqualTo(Duration.ofSeconds(30));
    }
}

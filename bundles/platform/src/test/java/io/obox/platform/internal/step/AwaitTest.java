package io.obox.platform.internal.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.obox.problem.ProblemException;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class AwaitTest {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final List<String> NONE = List.of();
    private static final List<String> LACKING = List.of("Resource lacks users");
    private static final List<String> FAILED = List.of("Users failed: no salt");

    @Test
    @Timeout(20)
    void whatHasFailedIsRefusedLongBeforeTheLimitWithItsCause() {
        assertThatThrownBy(() -> Await.none(() -> LACKING, () -> FAILED, LONG))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("Users failed: no salt.");
    }

    @Test
    void whatIsOnlySlowGetsItsTime() {
        Supplier<List<String>> slow = until(Duration.ofMillis(1500), LACKING);

        assertThatCode(() -> Await.none(slow, () -> NONE, LONG)).doesNotThrowAnyException();
    }

    @Test
    void whatIsMendedAfterAMomentIsNotRefused() {
        Supplier<List<String>> failed = until(Duration.ofMillis(300), FAILED);

        assertThatCode(() -> Await.none(failed, failed, LONG)).doesNotThrowAnyException();
    }

    @Test
    void whatDoesNotComeIsRefusedAtTheLimit() {
        long began = System.nanoTime();

        assertThatThrownBy(() -> Await.none(() -> LACKING, () -> NONE, Duration.ofSeconds(3)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("Resource lacks users.");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
    }

    private static Supplier<List<String>> until(Duration later, List<String> faults) {
        long end = System.nanoTime() + later.toNanos();
        return () -> System.nanoTime() < end ? faults : NONE;
    }
}

package io.obox.shell.internal.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class AgeTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private static String age(long seconds) {
        return Age.of(NOW.minusSeconds(seconds), NOW);
    }

    @Test
    void theLargestUnitIsShown() {
        assertThat(age(59)).isEqualTo("59s");
        assertThat(age(60)).isEqualTo("1m");
        assertThat(age(3600)).isEqualTo("1h");
        assertThat(age(47 * 3600)).isEqualTo("1d");
        assertThat(age(49 * 3600)).isEqualTo("2d");
    }

    @Test
    void aClockThatIsBehindMakesNoNegativeAge() {
        assertThat(age(-5)).isEqualTo("0s");
    }
}

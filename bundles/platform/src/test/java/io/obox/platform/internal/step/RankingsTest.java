package io.obox.platform.internal.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class RankingsTest {
    private static final Rankings DECLARED = new Rankings(Map.of("Servlet", 0, "Fallback", -1000, "Filter", 50));

    @Test
    void aSuccessorIsAboveItsPredecessorAndKeepsWhatItDeclares() {
        Rankings second = DECLARED.above(DECLARED);
        Rankings third = DECLARED.above(second);

        assertThat(second.components()).isEqualTo(Map.of("Servlet", 1, "Fallback", -999, "Filter", 51));
        assertThat(third.components()).isEqualTo(Map.of("Servlet", 2, "Fallback", -998, "Filter", 52));
    }

    @Test
    void aComponentThatDeclaresLessThanBeforeIsAboveItsPredecessorToo() {
        Rankings lower = new Rankings(Map.of("Servlet", 0, "Filter", 20));

        assertThat(lower.above(DECLARED).components()).isEqualTo(Map.of("Servlet", 31, "Filter", 51));
    }

    @Test
    void nothingIsLowerThanDeclared() {
        Rankings higher = new Rankings(Map.of("Servlet", 10, "New", 0));

        assertThat(higher.above(DECLARED).components()).isEqualTo(Map.of("Servlet", 10, "New", 0));
    }

    @Test
    void whatSharesNoComponentIsAboveAll() {
        Rankings other = new Rankings(Map.of("A", 0, "B", -5));

        assertThat(other.above(DECLARED).components()).isEqualTo(Map.of("A", 56, "B", 51));
    }
}

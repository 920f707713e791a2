package io.obox.web.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RootsTest {
    private final Roots roots = new Roots(Set.of("profile", "profile/usage", "vms"), Set.of(), Map.of());

    @ParameterizedTest
    @CsvSource({
        "profile, profile",
        "profile/sessions, profile",
        "profile/usage, profile/usage",
        "profile/usage/disks, profile/usage",
        "vms/1/actions, vms"
    })
    void theLongestRootAnswers(String path, String root) {
        assertThat(roots.of(path)).isEqualTo(root);
    }

    @Test
    void nobodyAnswersWhereNoRootCoversThePath() {
        assertThat(roots.of("vmsx")).isEqualTo(Roots.NONE);
        assertThat(roots.of("")).isEqualTo(Roots.NONE);
    }
}

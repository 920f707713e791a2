package io.obox.platform.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class IrreplaceableTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z-]+)` \\| (.+) \\|$");

    @Test
    void theOperatorsAreToldOfTheSameBundlesAndReasons() throws Exception {
        String manual = Files.readString(Path.of("../../docs/operations.md"));
        String section = manual.substring(
                manual.indexOf("## Replacing a part while it runs"), manual.indexOf("## The data folder"));
        Map<String, String> told = ROW.matcher(section)
                .results()
                .collect(Collectors.toMap(
                        (MatchResult row) -> "io.obox." + row.group(1).replace('-', '.'), row -> row.group(2)));
        Map<String, String> reasons = Irreplaceable.REASONS.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, reason -> reason.getValue().with().text()));
        assertThat(told).isEqualTo(reasons);
    }

    @Test
    void whatDoesTheWorkCanBeReplaced() {
        for (String bundle :
                new String[] {"auth", "queue", "vm", "host", "image", "web", "ui", "provisioner.simulated"}) {
            assertThat(Irreplaceable.reason("io.obox." + bundle)).isEmpty();
        }
    }
}

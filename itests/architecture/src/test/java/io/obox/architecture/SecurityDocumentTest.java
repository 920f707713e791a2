package io.obox.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is written of security names each requirement once, and tests that there are. */
final class SecurityDocumentTest {
    private static final Path ROOT = Path.of("../..");
    private static final Pattern ROW = Pattern.compile(
            "\\| (\\d+\\.\\d+\\.\\d+) \\| ([12]) \\| [^|]+ \\| (met|not applicable|open) \\| ([^|]+) \\|");
    private static final Pattern TEST = Pattern.compile("`(\\w+Test|\\w+\\.spec)(?:\\.ts)?`");

    /** Those of ASVS 5.0 at level 1, and with level 2. */
    private static final int FIRST_LEVEL = 70;

    private static final int BOTH_LEVELS = 253;

    @Test
    void eachRequirementIsThereOnce() throws IOException {
        List<MatchResult> rows = rows();

        assertThat(rows.stream().map(row -> row.group(1))).hasSize(BOTH_LEVELS).doesNotHaveDuplicates();
        assertThat(rows.stream().filter(row -> row.group(2).equals("1"))).hasSize(FIRST_LEVEL);
    }

    @Test
    void theTestsThatAreNamedExist() throws IOException {
        Set<String> tests = tests();

        assertThat(rows().stream()
                        .flatMap(row -> TEST.matcher(row.group(4)).results().map(found -> found.group(1))))
                .hasSizeGreaterThan(100)
                .allSatisfy(name -> assertThat(tests).contains(name));
    }

    private static List<MatchResult> rows() throws IOException {
        return ROW.matcher(Files.readString(ROOT.resolve("docs/security.md")))
                .results()
                .toList();
    }

    private static Set<String> tests() throws IOException {
        try (Stream<Path> bundles = Files.walk(ROOT.resolve("bundles"));
                Stream<Path> whole = Files.walk(ROOT.resolve("itests"));
                Stream<Path> page = Files.list(ROOT.resolve("ui/e2e"))) {
            return Stream.of(bundles, whole, page)
                    .flatMap(files -> files)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Test.java") || name.endsWith(".spec.ts"))
                    .map(name -> name.replaceFirst("\\.(java|ts)$", ""))
                    .collect(Collectors.toSet());
        }
    }
}

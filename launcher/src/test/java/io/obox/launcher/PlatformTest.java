package io.obox.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PlatformTest {
    @TempDir
    Path home;

    private Repository repository;

    @BeforeEach
    void twoArtifacts() throws IOException {
        repository = new Repository(home.resolve("repository"));
        artifact("org.example:one:1.0");
        artifact("org.example:two:jar:small:2.0");
        Files.createDirectory(home.resolve("features"));
    }

    @Test
    void bundlesOfAllFeaturesAreTakenOnceThoseOfTheFrameworkFirst() throws IOException {
        feature("a", "{\"bundles\": [\"org.example:one:1.0\", {\"id\": \"org.example:two:jar:small:2.0\"}]}");
        feature("framework", "{\"bundles\": [\"org.example:two:jar:small:2.0\"]}");

        assertThat(platform().bundles())
                .containsExactly(
                        repository.locate("org.example:two:jar:small:2.0"), repository.locate("org.example:one:1.0"));
    }

    @Test
    void aFeatureThatIsLeftOutBringsNothing() throws IOException {
        feature("kept", "{\"bundles\": [\"org.example:one:1.0\"]}");
        feature("left", "{\"bundles\": [\"org.example:two:jar:small:2.0\"], \"configurations\": {\"x\": {\"a\": 1}}}");

        Platform platform = Platform.of(home.resolve("features"), Set.of("left"), repository);

        assertThat(platform.bundles()).containsExactly(repository.locate("org.example:one:1.0"));
        assertThat(platform.configurations()).isEmpty();
    }

    @Test
    void aLaterFeatureAddsToAConfigurationAndOutweighsIt() throws IOException {
        feature("queue", "{\"configurations\": {\"queue\": {\"node\": \"n\", \"workers\": 8}}}");
        feature("web-only", "{\"configurations\": {\"queue\": {\"workers\": 0, \"kinds\": [\"a\", \"b\"]}}}");

        assertThat(platform().configurations())
                .containsExactly(Map.entry("queue", Map.of("node", "n", "workers", 0, "kinds", List.of("a", "b"))));
    }

    @Test
    void theFingerprintChangesWithAJar() throws IOException {
        feature("a", "{\"bundles\": [\"org.example:one:1.0\"]}");
        String before = platform().fingerprint();
        assertThat(platform().fingerprint()).isEqualTo(before);

        Files.setLastModifiedTime(
                repository.locate("org.example:one:1.0"), FileTime.from(Instant.parse("2001-01-01T00:00:00Z")));

        assertThat(platform().fingerprint()).isNotEqualTo(before);
    }

    @Test
    void whatIsNoFeatureIsRefused() throws IOException {
        feature("odd", "{\"bundles\": \"org.example:one:1.0\"}");

        assertThatThrownBy(this::platform).isInstanceOf(IOException.class).hasMessageContaining("odd.json");
    }

    @Test
    void coordinatesWithoutAVersionAreRefused() {
        assertThatThrownBy(() -> repository.locate("org.example:one"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("org.example:one");
    }

    private Platform platform() throws IOException {
        return Platform.of(home.resolve("features"), Set.of(), repository);
    }

    private void feature(String name, String json) throws IOException {
        Files.writeString(home.resolve("features").resolve(name + ".json"), json);
    }

    private void artifact(String coordinates) throws IOException {
        Path file = repository.locate(coordinates);
        Files.createDirectories(file.getParent());
        Files.writeString(file, coordinates);
    }
}

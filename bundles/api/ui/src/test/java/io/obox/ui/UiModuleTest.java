package io.obox.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UiModuleTest {
    @Test
    void itIsCalledByItsIdUntilItHasAName() {
        UiModule.Builder builder =
                UiModule.builder("org.example.rack", "1.0", "rack.js").file("rack.js", url("/rack.js"));
        assertThat(builder.build().name()).isEqualTo("org.example.rack");
        assertThat(builder.name("Racks").build().name()).isEqualTo("Racks");
    }

    @Test
    void theFilesOfAFolderAreKnownByWhatFollowsIt() {
        UiModule module = UiModule.builder("rack", "1.0", "rack.js")
                .files(
                        "page",
                        Collections.enumeration(
                                List.of(url("/page/rack.js"), url("/page/icons/"), url("/page/icons/rack.svg"))))
                .build();
        assertThat(module.files()).containsOnlyKeys("rack.js", "icons/rack.svg");
    }

    @Test
    void itStaysAsItWasBuilt() {
        UiModule.Builder builder = UiModule.builder("rack", "1.0", "rack.js").file("rack.js", url("/rack.js"));
        UiModule module = builder.build();
        builder.file("other.js", url("/other.js"));
        assertThat(module.files()).containsOnlyKeys("rack.js");
    }

    @Test
    void withoutTheFileThatIsLoadedThereIsNone() {
        UiModule.Builder builder = UiModule.builder("rack", "1.0", "rack.js").files("page", null);
        assertThatIllegalArgumentException().isThrownBy(builder::build).withMessageContaining("rack.js");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret.js", ".hidden", "a/../b.js", "/rack.js", "rack.js?x", "a//b.js", "%2e.js", ""})
    void aPathLeadsToAFileOfTheModuleAndNowhereElse(String path) {
        UiModule.Builder builder = UiModule.builder("rack", "1.0", "rack.js");
        URL content = url("/rack.js");
        assertThatIllegalArgumentException().isThrownBy(() -> builder.file(path, content));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1.x", "latest", "1.0.0"})
    void theVersionOfTheSdkIsMajorAndMinor(String version) {
        assertThatIllegalArgumentException().isThrownBy(() -> UiModule.builder("rack", version, "rack.js"));
    }

    private static URL url(String path) {
        try {
            return URI.create("file://" + path).toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(path, e);
        }
    }
}

package io.obox.ui.internal.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.obox.ui.internal.file.MediaType;
import io.obox.ui.internal.file.ServedFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageFilesTest {
    private static final String DOCUMENT = "<!doctype html>";
    private static final String SCRIPT = "let a = 1;";

    @TempDir
    private Path folder;

    private PageFiles files;

    @BeforeEach
    void writeThePage() throws IOException {
        files = new PageFiles(Map.of(
                "/index.html", write("index.html", DOCUMENT),
                "/theme.js", write("theme.js", SCRIPT),
                "/assets/main-1a2b.js", write("main-1a2b.js", SCRIPT)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/vms", "/vms/0199-4a", "/login", "/index.html"})
    void everyAddressOfThePageIsAnsweredWithItsFirstDocument(String path) {
        assertThat(files.find(path)).hasValueSatisfying(file -> {
            assertThat(file.type()).isEqualTo(MediaType.HTML);
            assertThat(file.content(false)).asString(StandardCharsets.UTF_8).isEqualTo(DOCUMENT);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/readyz",
                "/healthz",
                "/metrics",
                "/api",
                "/plugins/org.example.rack",
                "/assets/gone-9f.js",
                "/favicon.ico",
                "/api/nothing",
                "/../etc/passwd.txt"
            })
    void whatIsNeitherFileNorAddressIsNotThere(String path) {
        assertThat(files.find(path)).isEmpty();
    }

    @Test
    void onlyFilesNamedAfterTheirContentAreKeptForGood() {
        assertThat(files.find("/assets/main-1a2b.js").orElseThrow().cacheControl())
                .contains("immutable");
        assertThat(files.find("/theme.js").orElseThrow().cacheControl()).isEqualTo("no-cache");
        assertThat(files.find("/vms").orElseThrow().cacheControl()).isEqualTo("no-cache");
    }

    @Test
    void thePackedFormHoldsTheSameUnderAnotherTag() throws IOException {
        ServedFile file = files.find("/theme.js").orElseThrow();
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(file.content(true)))) {
            assertThat(in.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo(SCRIPT);
        }
        assertThat(file.tag(true)).isNotEqualTo(file.tag(false));
    }

    @Test
    void theTagFollowsTheContent() {
        ServedFile script = files.find("/theme.js").orElseThrow();
        assertThat(script.tag(false))
                .isEqualTo(files.find("/assets/main-1a2b.js").orElseThrow().tag(false))
                .isNotEqualTo(files.find("/").orElseThrow().tag(false));
    }

    private URL write(String name, String text) throws IOException {
        return url(Files.writeString(folder.resolve(name), text).toUri());
    }

    private static URL url(URI uri) throws MalformedURLException {
        return uri.toURL();
    }
}

package io.obox.platform.internal.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.obox.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ArchivesTest {
    @TempDir
    Path data;

    private Archives archives;

    @BeforeEach
    void folder() {
        archives = new Archives(data.resolve("bundles"));
    }

    @Test
    void aBuildIsKeptUnderTheNameOfItsContent() throws Exception {
        BundleJar first = archives.keep(jar("org.example.one; singleton:=true", "1.0.0"));
        BundleJar again = archives.keep(jar("org.example.one; singleton:=true", "1.0.0"));

        assertThat(again).isEqualTo(first);
        assertThat(first.symbolicName()).isEqualTo("org.example.one");
        assertThat(first.version()).hasToString("1.0.0");
        assertThat(first.file()).hasFileName(first.digest() + ".jar");
        assertThat(archives.find(first.digest())).isEqualTo(first);
        assertThat(files()).hasSize(1);
    }

    @Test
    void whatIsNoBundleIsRefusedAndNotKept() throws Exception {
        InputStream text = new ByteArrayInputStream("no jar".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> archives.keep(text))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("can't be read as a bundle");

        assertThat(files()).isEmpty();
    }

    @Test
    void buildsThatNobodyNeedsAreForgotten() throws Exception {
        BundleJar one = archives.keep(jar("org.example.one", "1.0.0"));
        BundleJar two = archives.keep(jar("org.example.one", "2.0.0"));

        archives.forgetAllBut(Set.of(two.digest()), Instant.now().plusSeconds(1));

        assertThat(one.file()).doesNotExist();
        assertThat(two.file()).exists();
    }

    @Test
    void aBuildThatWasJustKeptIsNotForgottenAndNeitherIsOneThatWasKeptAgain() throws Exception {
        BundleJar old = archives.keep(jar("org.example.one", "1.0.0"));
        BundleJar again = archives.keep(jar("org.example.one", "2.0.0"));
        Instant longAgo = Instant.now().minus(Duration.ofHours(2));
        for (BundleJar build : List.of(old, again)) {
            Files.setLastModifiedTime(build.file(), FileTime.from(longAgo));
        }
        BundleJar fresh = archives.keep(jar("org.example.one", "3.0.0"));
        archives.keep(jar("org.example.one", "2.0.0"));

        archives.forgetAllBut(Set.of(), longAgo.plusSeconds(1));

        assertThat(old.file()).doesNotExist();
        assertThat(again.file()).exists();
        assertThat(fresh.file()).exists();
    }

    private Stream<Path> files() throws IOException {
        return Files.list(data.resolve("bundles"));
    }

    private static InputStream jar(String symbolicName, String version) throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue("Bundle-SymbolicName", symbolicName);
        attributes.putValue("Bundle-Version", version);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var jar = new JarOutputStream(bytes)) {
            ZipEntry entry = new ZipEntry(JarFile.MANIFEST_NAME);
            entry.setTime(0); // or builds that are the same would differ by the time at which they were made
            jar.putNextEntry(entry);
            manifest.write(jar);
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }
}

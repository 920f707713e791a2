package io.obox.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.launch.Framework;

final class MainTest {
    @TempDir
    Path folder;

    private Path home;
    private Path data;

    @BeforeEach
    void onePlatform() throws IOException {
        home = folder.resolve("home");
        data = folder.resolve("data");
        Files.createDirectories(data.resolve("run"));
        Files.createDirectories(home.resolve("features"));
        Files.writeString(
                home.resolve("features/one.json"),
                "{\"bundles\": [\"org.example:one:1.0\"], \"framework-properties\": {\"where\": \"${obox.home}/conf\"}}");
        bundle("1.0.0");
    }

    @Test
    void bundlesAreInstalledAndStartedAndKnowTheirFolders() throws Exception {
        Framework framework = Main.start(platform(), home, data);
        try {
            Bundle one = bundleOf(framework);
            assertThat(one.getState()).isEqualTo(Bundle.ACTIVE);
            assertThat(framework.getBundleContext().getProperty("obox.data")).isEqualTo(data.toString());
            assertThat(framework.getBundleContext().getProperty("where")).isEqualTo(home + "/conf");
        } finally {
            Main.stop(framework);
        }
    }

    @Test
    void aBundleThatWasReplacedStaysReplacedAtTheNextStart() throws Exception {
        Framework first = Main.start(platform(), home, data);
        Path newer = folder.resolve("newer.jar");
        jar(newer, "1.1.0");
        bundleOf(first).update(Files.newInputStream(newer));
        Main.stop(first);

        Framework second = Main.start(platform(), home, data);
        try {
            assertThat(bundleOf(second).getVersion()).hasToString("1.1.0");
            assertThat(bundleOf(second).getState()).isEqualTo(Bundle.ACTIVE);
        } finally {
            Main.stop(second);
        }
    }

    @Test
    void anotherBuildIsInstalledAnew() throws Exception {
        Main.stop(Main.start(platform(), home, data));
        bundle("2.0.0");

        Framework framework = Main.start(platform(), home, data);
        try {
            assertThat(bundleOf(framework).getVersion()).hasToString("2.0.0");
        } finally {
            Main.stop(framework);
        }
    }

    private Platform platform() throws IOException {
        return Platform.of(home.resolve("features"), Set.of(), new Repository(home.resolve("repository")));
    }

    private static Bundle bundleOf(Framework framework) {
        Bundle[] bundles = framework.getBundleContext().getBundles();
        assertThat(bundles).hasSize(2);
        return bundles[1];
    }

    private void bundle(String version) throws IOException {
        Path file = new Repository(home.resolve("repository")).locate("org.example:one:1.0");
        Files.createDirectories(file.getParent());
        jar(file, version);
    }

    private static void jar(Path file, String version) throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue("Bundle-ManifestVersion", "2");
        attributes.putValue("Bundle-SymbolicName", "org.example.one");
        attributes.putValue("Bundle-Version", version);
        new JarOutputStream(Files.newOutputStream(file), manifest).close();
    }
}

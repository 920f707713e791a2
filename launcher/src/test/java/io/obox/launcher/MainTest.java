package io.obox.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
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

    @Test
    void ofAReplacementThatWasCutOffOnlyTheFormerBuildIsLeft() throws Exception {
        Framework first = Main.start(platform(), home, data);
        successor(first, "1.1.0");
        Main.stop(first);

        Framework second = Main.start(platform(), home, data);
        try {
            assertThat(bundleOf(second).getVersion()).hasToString("1.0.0");
            assertThat(bundleOf(second).getState()).isEqualTo(Bundle.ACTIVE);
        } finally {
            Main.stop(second);
        }
    }

    @Test
    void ofAReplacementThatWasWrittenDownOnlyTheNewBuildIsLeft() throws Exception {
        Framework first = Main.start(platform(), home, data);
        writeDown(successor(first, "1.1.0"));
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
    void aReplacedBundleOutlivesTheFrameworksStorage() throws Exception {
        Framework first = Main.start(platform(), home, data);
        writeDown(successor(first, "1.1.0"));
        Main.stop(first);
        Files.delete(data.resolve("run/bundles.installed"));

        Framework second = Main.start(platform(), home, data);
        try {
            assertThat(bundleOf(second).getVersion()).hasToString("1.1.0");
        } finally {
            Main.stop(second);
        }
    }

    @Test
    void aReplacementEndsWithTheBuildThatItWasMadeOf() throws Exception {
        Framework first = Main.start(platform(), home, data);
        writeDown(successor(first, "1.1.0"));
        Main.stop(first);
        bundle("1.0.1");

        Framework second = Main.start(platform(), home, data);
        try {
            assertThat(bundleOf(second).getVersion()).hasToString("1.0.1");
        } finally {
            Main.stop(second);
        }
    }

    @Test
    void otherFeaturesDiscardNeitherReplacedNorInstalledBundles() throws Exception {
        Framework first = Main.start(platform(), home, data);
        writeDown(successor(first, "1.1.0"));
        Path plugin = folder.resolve("plugin.jar");
        jar(plugin, "org.example.plugin", "3.0.0");
        first.getBundleContext().installBundle(plugin.toUri().toString()).start();
        Main.stop(first);

        Main.stop(Main.start(platform("one"), home, data));
        Files.delete(plugin);

        Framework third = Main.start(platform(), home, data);
        try {
            assertThat(Arrays.stream(third.getBundleContext().getBundles()).skip(1))
                    .allSatisfy(bundle -> assertThat(bundle.getState()).isEqualTo(Bundle.ACTIVE))
                    .extracting(bundle -> bundle.getSymbolicName() + " " + bundle.getVersion())
                    .containsExactlyInAnyOrder("org.example.one 1.1.0", "org.example.plugin 3.0.0");
        } finally {
            Main.stop(third);
        }
    }

    @Test
    void configurationsOfOtherFeaturesDoNotStay() throws Exception {
        Main.stop(Main.start(platform(), home, data));
        Path stored =
                Files.createDirectories(data.resolve("run/configurations")).resolve("one.config");
        Files.writeString(stored, "");

        Main.stop(Main.start(platform(), home, data));
        assertThat(stored).exists();

        Main.stop(Main.start(platform("one"), home, data));
        assertThat(stored).doesNotExist();
    }

    /** The successor's archive; it is installed and runs beside the shipped build, as in a replacement. */
    private Path successor(Framework framework, String version) throws Exception {
        Path jar = folder.resolve("successor.jar");
        jar(jar, version);
        Path archive = Files.createDirectories(data.resolve("bundles")).resolve(Digest.of(jar) + ".jar");
        Files.move(jar, archive);
        framework
                .getBundleContext()
                .installBundle("replaced:" + Digest.of(archive), Files.newInputStream(archive))
                .start();
        return archive;
    }

    private void writeDown(Path archive) throws IOException {
        Path shipped = new Repository(home.resolve("repository")).locate("org.example:one:1.0");
        Files.writeString(
                data.resolve("bundles/replaced"),
                "org.example.one=%s %s %s\n"
                        .formatted(
                                Digest.of(archive),
                                home.resolve("repository").relativize(shipped),
                                Digest.of(shipped)));
    }

    private Platform platform(String... without) throws IOException {
        return Platform.of(home.resolve("features"), Set.of(without), new Repository(home.resolve("repository")));
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
        jar(file, "org.example.one", version);
    }

    private static void jar(Path file, String symbolicName, String version) throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue("Bundle-ManifestVersion", "2");
        attributes.putValue("Bundle-SymbolicName", symbolicName);
        attributes.putValue("Bundle-Version", version);
        new JarOutputStream(Files.newOutputStream(file), manifest).close();
    }
}

package io.obox.product.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.obox.product.access.Command;
import io.obox.product.access.Command.Result;
import io.obox.product.access.Product;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said where a machine lacks something. It is hidden in a mount namespace, of which the machine itself sees nothing. */
@Tag("product")
final class MissingPartsTest {
    @TempDir
    Path folder;

    @BeforeEach
    void partsCanBeHidden() {
        Result tried = Command.shipped(Map.of()).onMachineWhere("true").run("version");
        assumeTrue(tried.exit() == 0, () -> "mount namespaces are not available here: " + tried.output());
    }

    @Test
    void withTooLittleDiskNothingIsStarted() throws IOException {
        Path small = Files.createDirectory(folder.resolve("small"));
        Command obox = Command.shipped(Map.of()).onMachineWhere("mount -t tmpfs -o size=100m none " + small);

        Result up = obox.run("up", "--detach", "--data", small + "/data", "--port", "" + Product.freePort());

        assertRefused(up, "only 100 MiB are free for " + small + "/data, and 512 are needed");
    }

    @Test
    void withAnOldJdkNothingIsBuilt() throws IOException {
        Path checkout = checkoutWithoutBuild();
        Path jdk = jdk("17.0.15");
        Map<String, String> environment =
                Map.of("OBOX_JAVA_HOME", jdk.toString(), "JAVA_HOME", "", "HOME", folder.toString());
        Command obox = Command.of(checkout.resolve("obox"), environment)
                .onMachineWhere("[ ! -d /usr/lib/jvm ] || mount -t tmpfs none /usr/lib/jvm");

        Result up = obox.run("up", "--detach", "--port", "" + Product.freePort());

        assertRefused(up, "JDK 25 or newer is needed, and the newest found is 17");
        assertThat(checkout.resolve("data")).doesNotExist();
        assertThat(checkout.resolve("distribution")).doesNotExist();
    }

    @Test
    void withoutLibvirtGuestsAreSimulatedUnlessRealOnesAreAskedFor() {
        assumeTrue(Files.isDirectory(Path.of("/var/lib/dpkg")), "only Debian's packages can be hidden");
        Path data = folder.resolve("data");
        Command obox = Command.shipped(Map.of("ADMIN_PASSWORD", Product.PASSWORD))
                .onMachineWhere("mount -t tmpfs none /var/lib/dpkg");
        String port = "" + Product.freePort();

        Result real = obox.run(
                "up", "--detach", "--no-install", "--data", data.toString(), "--port", port, "--backend", "libvirt");
        Result any = obox.run("up", "--detach", "--no-install", "--data", data.toString(), "--port", port);
        Result down = obox.run("down", "--data", data.toString());

        assertThat(real.exit()).isEqualTo(1);
        assertThat(real.output())
                .contains("sudo apt-get install --no-install-recommends libvirt-daemon-system")
                .contains("libvirt is not available on this machine");
        assertThat(any.exit()).as(any.output()).isZero();
        assertThat(any.output()).contains("Guests are only simulated, because libvirt is not available");
        assertThat(down.output()).contains("OBox is stopped");
    }

    /** The front door alone, as a clone has it. */
    private Path checkoutWithoutBuild() throws IOException {
        Path root = Path.of("../..").toRealPath();
        Path copy = folder.resolve("checkout");
        Files.createDirectories(copy.resolve("scripts"));
        Files.copy(root.resolve("obox"), copy.resolve("obox"));
        Files.copy(root.resolve("pom.xml"), copy.resolve("pom.xml"));
        try (Stream<Path> scripts = Files.list(root.resolve("scripts"))) {
            for (Path script : scripts.toList()) {
                Files.copy(script, copy.resolve("scripts").resolve(script.getFileName()));
            }
        }
        return copy;
    }

    /** Looks as a JDK of this version does to those who look for one. */
    private Path jdk(String version) throws IOException {
        Path home = folder.resolve("jdk");
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        for (String program : new String[] {"java", "javac", "jlink"}) {
            assertThat(Files.createFile(home.resolve("bin").resolve(program))
                            .toFile()
                            .setExecutable(true))
                    .isTrue();
        }
        return home;
    }

    private static void assertRefused(Result result, String because) {
        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.output()).contains(because);
        assertThat(result.output().strip().lines()).hasSize(1);
    }
}

package io.obox.product.swap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.obox.product.access.Api;
import io.obox.product.access.Command.Result;
import io.obox.product.access.Machines;
import io.obox.product.access.Product;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * However often a bundle is replaced, one class loader of it lives: that of the version that serves. How many times each is
 * replaced is set by {@code obox.replacements}.
 */
@Tag("product")
final class LeftBehindTest {
    private static final int TIMES = Integer.getInteger("obox.replacements", 20);
    /** As many as one session of the shell makes, before the bundle is used. */
    private static final int ROUND = 10;

    @TempDir
    static Path folder;

    private static Product product;
    private static int builds;

    @BeforeAll
    static void boot() {
        product = Product.simulated(folder.resolve("data"));
    }

    @AfterAll
    static void stop() {
        product.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "obox-audit",
                "obox-settings",
                "obox-auth",
                "obox-events",
                "obox-host",
                "obox-http",
                "obox-image",
                "obox-mail",
                "obox-platform",
                "obox-provisioner-simulated",
                "obox-queue",
                "obox-shell",
                "obox-ui",
                "obox-vm",
                "obox-web"
            })
    void noClassLoaderStaysBehind(String bundle) throws Exception {
        assertNoneStaysBehind(product, bundle);
    }

    /** On libvirt's own mock of a hypervisor, for which its client library is enough. */
    @Test
    void noClassLoaderOfTheLibvirtBackendStaysBehind() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/virsh")), "libvirt is not installed");
        Map<String, String> mock = Map.of("LIBVIRT_URI", "test:///default", "LIBVIRT_POOL", "default-pool");
        try (Product libvirt = Product.boot(folder.resolve("libvirt"), "libvirt", mock)) {
            assertNoneStaysBehind(libvirt, "obox-provisioner-libvirt");
        }
    }

    private static void assertNoneStaysBehind(Product product, String bundle) throws Exception {
        use(product, "before-" + bundle);
        Api reader = product.admin();

        for (int done = 0; done < TIMES; done += ROUND) {
            replace(product, bundle, Math.min(ROUND, TIMES - done));
            use(product, "after-" + done + "-" + bundle);
            read(reader);
        }

        await("class loaders after " + TIMES + " replacements of " + bundle)
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofSeconds(1))
                .pollDelay(Duration.ZERO)
                .untilAsserted(() -> {
                    read(reader);
                    assertThat(new Loaders(product.process()).count())
                            .containsKey("io." + bundle.replace('-', '.'))
                            .allSatisfy((name, loaders) -> assertThat(loaders).isOne());
                });
        assertThat(Files.readString(product.data().resolve("logs/obox.log"))).doesNotContain(" ERROR ");
    }

    /** A cause would remember the classes that it passed through, and a log that is kept in memory the cause. */
    @Test
    void nothingThatWasLoggedIsKeptInMemory() {
        assertThat(new Loaders(product.process()).instances("org.ops4j.pax.logging.spi.support.LogEntryImpl"))
                .isZero();
    }

    private static void replace(Product product, String bundle, int times) throws IOException {
        List<Path> newer = builds(product.jar(bundle), times);
        if (bundle.equals("obox-shell")) {
            newer.forEach(LeftBehindTest::replaceShell);
        } else {
            Result updates = product.shell(
                    newer.stream().map(jar -> "obox:update " + jar).collect(Collectors.joining("; ")));
            assertThat(updates.exit()).as(updates.output()).isZero();
            assertThat(updates.output().lines().filter(line -> line.contains("took over")))
                    .hasSize(times);
        }
        for (Path jar : newer) {
            Files.delete(jar);
        }
    }

    /** The session that asks ends with the shell that it is in. */
    private static void replaceShell(Path jar) {
        product.shell("obox:update " + jar);
        String version = jar.getFileName().toString().replaceFirst("-obox.*", "");
        await("version " + version + " of the shell")
                .atMost(Duration.ofSeconds(60))
                .until(() -> product.shell("felix:lb obox-shell").output(), list -> hasOnly(list, version));
    }

    private static boolean hasOnly(String list, String version) {
        return list.lines().filter(line -> line.contains("obox-shell")).count() == 1 && list.contains(version);
    }

    private static List<Path> builds(Path shipped, int times) throws IOException {
        List<Path> newer = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            newer.add(new Build(shipped, folder).of("0.4." + builds++));
        }
        return newer;
    }

    /** Somebody who stays: their connection is open for all the time. */
    private static void read(Api reader) {
        assertThat(reader.get("/api/vms?limit=1").status()).isEqualTo(200);
    }

    /** What a version is used for: its classes are remembered by whoever remembers such. */
    private static void use(Product product, String name) throws Exception {
        Machines machines = new Machines(product.admin());
        machines.awaitJob(machines.accepted(name).path("id").asText(), "COMPLETED");
    }
}

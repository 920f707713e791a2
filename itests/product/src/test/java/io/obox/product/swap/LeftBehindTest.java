package io.obox.product.swap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.obox.product.access.Command;
import io.obox.product.access.Command.Result;
import io.obox.product.access.Machines;
import io.obox.product.access.Product;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Nothing of a version that was replaced stays in memory, save of the last one for a while. How many times each bundle is
 * replaced is set by {@code obox.replacements}.
 */
@Tag("product")
final class LeftBehindTest {
    private static final int TIMES = Integer.getInteger("obox.replacements", 2);
    private static final String LOADER = "org.apache.felix.framework.BundleWiringImpl$BundleClassLoader";

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
                "obox-auth",
                "obox-events",
                "obox-host",
                "obox-image",
                "obox-platform",
                "obox-provisioner-simulated",
                "obox-queue",
                "obox-shell",
                "obox-ui",
                "obox-vm",
                "obox-web"
            })
    void noClassLoaderStaysBehind(String bundle) throws Exception {
        use("before-" + bundle);
        replace(bundle);
        use("between-" + bundle);
        long before = loaders();

        for (int i = 0; i < TIMES; i++) {
            replace(bundle);
            use("after-" + i + "-" + bundle);
        }

        await("class loaders after " + TIMES + " replacements of " + bundle)
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofSeconds(2))
                .untilAsserted(() -> assertThat(loaders()).isLessThan(before + TIMES));
        assertThat(Files.readString(product.data().resolve("logs/obox.log"))).doesNotContain(" ERROR ");
    }

    private static void replace(String bundle) throws Exception {
        String version = "0.4." + builds++;
        Path newer = new Build(product.jar(bundle), folder).of(version);
        Result update = product.shell("obox:update " + newer);
        if (bundle.equals("obox-shell")) {
            // the session that asks ends with the shell that it is in
            await("version " + version + " of " + bundle)
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> product.shell("felix:lb " + bundle).output(), list -> hasOnly(list, version));
        } else {
            assertThat(update.exit()).as(update.output()).isZero();
        }
        Files.delete(newer);
    }

    private static boolean hasOnly(String list, String version) {
        return list.lines().filter(line -> line.contains("obox-shell")).count() == 1 && list.contains(version);
    }

    /** What a version is used for: its classes are remembered by whoever remembers such. */
    private static void use(String name) throws Exception {
        Machines machines = new Machines(product.admin());
        machines.awaitJob(machines.accepted(name).path("id").asText(), "COMPLETED");
    }

    private static long loaders() {
        Command jcmd = Command.of(Path.of(System.getProperty("java.home"), "bin/jcmd"), Map.of());
        return jcmd.run("" + product.process().pid(), "GC.class_histogram")
                .output()
                .lines()
                .filter(line -> line.contains(LOADER) && !line.contains(LOADER + "$"))
                .mapToLong(line -> Long.parseLong(line.strip().split("\\s+")[1]))
                .sum();
    }
}

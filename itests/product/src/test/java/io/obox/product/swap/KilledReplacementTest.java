package io.obox.product.swap;

import static org.assertj.core.api.Assertions.assertThat;

import io.obox.product.access.Command.Result;
import io.obox.product.access.Product;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The process is killed in each step of a replacement. */
@Tag("chaos")
final class KilledReplacementTest {
    private static final String BUNDLE = "obox-auth";

    @TempDir
    static Path folder;

    private static Product product;

    @BeforeAll
    static void boot() {
        product = Product.simulated(folder.resolve("data"));
    }

    @AfterAll
    static void stop() {
        product.close();
    }

    @ParameterizedTest
    @CsvSource({"preparing, 0.3.0", "trying, 0.3.1", "starting, 0.3.2", "draining, 0.3.3"})
    void theNextStartHasOneVersionOfTheBundle(String step, String version) throws Exception {
        Path newer = new Build(product.jar(BUNDLE), folder).of(version);
        List<String> before = versions();
        Process update = product.beginShell("obox:update " + newer);
        awaitWord(update, step);

        ProcessHandle process = product.process();
        process.destroyForcibly();
        process.onExit().get();
        update.waitFor();
        product.start();

        assertThat(versions()).hasSize(1);
        assertThat(versions().getFirst()).isIn(before.getFirst(), version);
        assertThat(product.admin().get("/api/vms").status()).isEqualTo(200);
    }

    @Test
    void afterAKillTheBundleCanBeReplaced() throws Exception {
        theNextStartHasOneVersionOfTheBundle("trying", "0.3.4");

        Result update = product.shell("obox:update " + new Build(product.jar(BUNDLE), folder).of("0.3.5"));

        assertThat(update.exit()).as(update.output()).isZero();
        assertThat(versions()).containsExactly("0.3.5");
    }

    private static void awaitWord(Process update, String word) throws IOException {
        BufferedReader lines = update.inputReader(StandardCharsets.UTF_8);
        String line = lines.readLine();
        while (line != null && !line.startsWith(word)) {
            line = lines.readLine();
        }
        assertThat(line).as("the step " + word).isNotNull();
    }

    /** All that are installed, whatever their state. */
    private static List<String> versions() {
        return product.shell("lb -s io.obox.auth")
                .output()
                .lines()
                .filter(line -> line.contains("io.obox.auth"))
                .map(line -> line.replaceAll(".*\\(([0-9.]+)\\).*", "$1"))
                .toList();
    }
}

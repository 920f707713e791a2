package io.obox.product.swap;

import static org.assertj.core.api.Assertions.assertThat;

import io.obox.product.access.Command.Result;
import io.obox.product.access.Product;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The process is killed in each step of a replacement, at once when it begins and later. How many times is set by
 * {@code obox.kills}, at most 21, and with which one to go on by {@code obox.kills.done}.
 */
@Tag("chaos")
final class KilledReplacementTest {
    /** What the shell says of each step, and at the end. */
    private static final List<String> STEPS =
            List.of("waiting", "preparing", "trying", "starting", "draining", "took over");

    /** The first ones are in each step. */
    private static final List<Kill> KILLS = List.of(
            new Kill("obox-auth", "waiting", 0),
            new Kill("obox-vm", "preparing", 0),
            new Kill("obox-platform", "trying", 0),
            new Kill("obox-shell", "starting", 0),
            new Kill("obox-web", "starting", 150),
            new Kill("obox-platform", "starting", 300),
            new Kill("obox-auth", "draining", 0),
            new Kill("obox-vm", "draining", 0),
            new Kill("obox-queue", "draining", 0),
            new Kill("obox-web", "waiting", 50),
            new Kill("obox-auth", "preparing", 150),
            new Kill("obox-vm", "trying", 300),
            new Kill("obox-auth", "starting", 0),
            new Kill("obox-web", "draining", 200),
            new Kill("obox-platform", "preparing", 0),
            new Kill("obox-platform", "draining", 150),
            new Kill("obox-web", "preparing", 0),
            new Kill("obox-shell", "trying", 100),
            new Kill("obox-vm", "starting", 300),
            new Kill("obox-queue", "trying", 100),
            new Kill("obox-queue", "starting", 0));

    private record Kill(String bundle, String step, int millisLater) {}

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
    @MethodSource("kills")
    void theNextStartHasOneVersionOfTheBundle(Kill kill) throws Exception {
        String version = "0.3." + builds++;
        Path newer = new Build(product.jar(kill.bundle()), folder).of(version);
        List<String> before = versions(kill.bundle());
        Process update = product.beginShell("obox:update " + newer);
        awaitStep(update, kill.step());
        // not a wait for anything: the moment of the kill is what is tried
        TimeUnit.MILLISECONDS.sleep(kill.millisLater());

        ProcessHandle process = product.process();
        process.destroyForcibly();
        process.onExit().get();
        update.waitFor();
        product.start();

        List<String> after = versions(kill.bundle());
        assertThat(after).hasSize(1);
        assertThat(after.getFirst()).isIn(before.getFirst(), version);
        assertThat(product.admin().get("/api/vms").status()).isEqualTo(200);
    }

    static Stream<Kill> kills() {
        return KILLS.stream().limit(Integer.getInteger("obox.kills", 9)).skip(Integer.getInteger("obox.kills.done", 0));
    }

    @Test
    void afterAKillTheBundleCanBeReplaced() throws Exception {
        theNextStartHasOneVersionOfTheBundle(new Kill("obox-auth", "trying", 0));
        String version = "0.3." + builds++;

        Result update = product.shell("obox:update " + new Build(product.jar("obox-auth"), folder).of(version));

        assertThat(update.exit()).as(update.output()).isZero();
        assertThat(versions("obox-auth")).containsExactly(version);
    }

    /** Until the step is told of, or a later one where it was over before anybody could tell. */
    private static void awaitStep(Process update, String step) throws IOException {
        List<String> wanted = STEPS.subList(STEPS.indexOf(step), STEPS.size());
        BufferedReader lines = update.inputReader(StandardCharsets.UTF_8);
        String line = lines.readLine();
        while (line != null && wanted.stream().noneMatch(line::contains)) {
            line = lines.readLine();
        }
        assertThat(line).as("the step " + step).isNotNull();
    }

    /** All that are installed, whatever their state. */
    private static List<String> versions(String bundle) {
        String name = bundle.replaceFirst("^obox-", "io.obox.");
        return product.shell("lb -s " + name)
                .output()
                .lines()
                .filter(line -> line.contains(name))
                .map(line -> line.replaceAll(".*\\(([0-9.]+)\\).*", "$1"))
                .toList();
    }
}

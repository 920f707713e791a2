package io.obox.product.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.obox.product.access.Api;
import io.obox.product.access.Command;
import io.obox.product.access.Command.Result;
import io.obox.product.access.Product;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("product")
final class FrontDoorTest {
    @TempDir
    Path folder;

    @Test
    void twoInstancesRunSideBySideWithoutAnyJavaOnTheMachine() throws Exception {
        Map<String, String> noJava =
                Map.of("PATH", "/usr/bin:/bin:/usr/sbin:/sbin", "JAVA_HOME", "", "OBOX_JAVA_HOME", "");
        try (Product one = Product.boot(folder.resolve("one"), "simulated", noJava);
                Product other = Product.boot(folder.resolve("other"), "simulated", noJava)) {
            Api browser = one.admin();
            Api besides = browser.at(other.address());
            assertThat(besides.login(Product.EMAIL, Product.PASSWORD).status()).isEqualTo(200);
            assertThat(besides.get("/api/vms").status()).isEqualTo(200);
            assertThat(browser.get("/api/vms").status()).isEqualTo(200);
            assertThat(one.shell("obox:users --json").output()).contains(Product.EMAIL);

            Result again = up(one.data(), Product.freePort());
            assertThat(again.exit()).isEqualTo(1);
            assertThat(again.output()).contains("in use by another OBox");
        }
    }

    @Test
    void itStopsCleanlyAndKeepsItsData() throws Exception {
        Path data = folder.resolve("kept");
        try (Product product = Product.simulated(data)) {
            ProcessHandle process = product.process();
            ProcessHandle postgres = Product.process(data.resolve("postgres/postmaster.pid"));
            Result down = product.obox("down");
            assertThat(down.exit()).as(down.output()).isZero();
            // ended processes are there until their parent has taken note
            await().atMost(Duration.ofMinutes(1)).until(() -> !process.isAlive() && !postgres.isAlive());
            assertThat(product.obox("status").exit()).isEqualTo(1);

            product.start();
            Api api = product.admin();
            assertThat(api.get("/api/auth/me").json().path("email").asText()).isEqualTo(Product.EMAIL);
        }
    }

    @Test
    void ctrlCInTheForegroundStopsIt() throws Exception {
        Path data = folder.resolve("foreground");
        Process front = Command.shipped(Map.of("ADMIN_PASSWORD", Product.PASSWORD))
                .start("up", "--data", data.toString(), "--port", "" + Product.freePort(), "--backend", "simulated");
        Command status = Command.shipped(Map.of());
        await().atMost(Duration.ofMinutes(3))
                .until(() -> status.run("status", "--data", data.toString()).exit() == 0);
        ProcessHandle platform = Product.process(data.resolve("run/pid"));

        // a terminal tells the whole group
        new ProcessBuilder("kill", "-INT", "--", "-" + front.pid()).start().waitFor();
        Result ended = Command.finish(front);

        assertThat(ended.output()).contains("Ctrl-C stops it.").contains("Stopping");
        assertThat(ended.exit()).as(ended.output()).isZero();
        await().atMost(Duration.ofMinutes(1)).until(() -> !platform.isAlive());
        assertThat(data.resolve("run/pid")).doesNotExist();
    }

    @Test
    void aPortInUseIsRefusedInOneSentence() throws Exception {
        try (var taken = new ServerSocket(0)) {
            assertRefused(up(folder.resolve("never"), taken.getLocalPort()), "is in use by another program");
        }
    }

    @Test
    void dataOfANewerVersionIsRefused() throws Exception {
        Path data = Files.createDirectories(folder.resolve("newer"));
        Files.writeString(data.resolve("version"), "99.0.0\n");

        assertRefused(up(data, Product.freePort()), "was written by OBox 99.0.0, which is newer");
    }

    @Test
    void whatItDoesNotKnowIsRefused() {
        Command obox = Command.shipped(Map.of());

        assertRefused(obox.run("up", "--fast"), "unknown option --fast");
        assertRefused(obox.run("upp"), "unknown command upp");
        assertRefused(obox.run("up", "--port", "many"), "many is not a port");
    }

    private static Result up(Path data, int port) {
        return Command.shipped(Map.of())
                .run("up", "--detach", "--data", data.toString(), "--port", "" + port, "--backend", "simulated");
    }

    private static void assertRefused(Result result, String because) {
        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.output()).contains(because);
        assertThat(result.output().strip().lines()).hasSize(1);
    }
}

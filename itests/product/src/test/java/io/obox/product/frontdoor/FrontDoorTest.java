package io.obox.product.frontdoor;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.obox.product.access.Api;
import io.obox.product.access.Command;
import io.obox.product.access.Command.Result;
import io.obox.product.access.Product;
import java.io.BufferedReader;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("product")
final class FrontDoorTest {
    @TempDir
    Path folder;

    @Test
    void twoInstancesRunSideBySideWithoutAnyJavaOnTheMachine() throws Exception {
        Map<String, String> bare =
                Map.of("PATH", "/usr/bin:/bin:/usr/sbin:/sbin", "JAVA_HOME", "", "OBOX_JAVA_HOME", "", "LC_ALL", "C");
        try (Product one = Product.boot(folder.resolve("Ann's dätä"), "simulated", bare);
                Product other = Product.boot(folder.resolve("other"), "simulated", bare)) {
            Api browser = one.admin();
            Api besides = browser.at(other.address());
            assertThat(besides.login(Product.EMAIL, Product.PASSWORD).status()).isEqualTo(200);
            assertThat(besides.get("/api/vms").status()).isEqualTo(200);
            assertThat(browser.get("/api/vms").status()).isEqualTo(200);
            assertThat(one.shell("obox:users --json").output()).contains(Product.EMAIL);
            Result health = one.shell("obox:health");
            assertThat(health.exit()).as(health.output()).isZero();
            assertThat(health.output()).contains("Redis runs.", "PostgreSQL runs.");

            Result again = up(one.data(), Product.freePort());
            assertThat(again.exit()).isEqualTo(1);
            assertThat(again.output()).contains("in use by another OBox");
        }
    }

    @Test
    void whatAKilledPlatformLeftRunningIsStopped() {
        Path data = folder.resolve("killed");
        try (Product product = Product.simulated(data)) {
            ProcessHandle postgres = Product.process(data.resolve("postgres/postmaster.pid"));
            ProcessHandle redis = Product.process(data.resolve("redis/redis.pid"));
            ProcessHandle platform = product.process();
            platform.destroyForcibly();
            await().until(() -> !platform.isAlive());

            Result down = product.obox("down");

            assertThat(down.output()).contains("the database that it had left is stopped");
            await().until(() -> !postgres.isAlive() && !redis.isAlive());
        }
    }

    @Test
    void aPlatformThatLacksAPartSaysWhich() {
        try (Product product = Product.simulated(folder.resolve("lacking"))) {
            product.shell("felix:stop io.obox.vm");

            Result status = product.obox("status");
            assertThat(status.exit()).isEqualTo(1);
            assertThat(status.output()).contains("is not ready").contains("nothing manages VMs");
            assertThat(product.obox("doctor").output()).contains("nothing manages VMs");
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
        BufferedReader output = front.inputReader(StandardCharsets.UTF_8);
        // before it says so the platform is still being started, which Ctrl-C breaks off
        assertThat(output.lines().takeWhile(line -> !line.contains("Ctrl-C stops it.")))
                .anyMatch(line -> line.contains("is ready at"));
        ProcessHandle platform = Product.process(data.resolve("run/pid"));

        // a terminal tells the whole group
        new ProcessBuilder("kill", "-INT", "--", "-" + front.pid()).start().waitFor();
        boolean heard = front.waitFor(1, TimeUnit.MINUTES);
        if (!heard) {
            Command.shipped(Map.of()).run("down", "--data", data.toString());
        }
        String rest = output.lines().collect(joining("\n"));

        assertThat(heard).as(rest).isTrue();
        assertThat(rest).contains("Stopping");
        assertThat(front.waitFor()).as(rest).isZero();
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
    void anAdministratorWhomThePageWouldNotLetInIsRefused() {
        assertRefused(up(Map.of("ADMIN_EMAIL", "notanemail")), "is no e-mail address");
        assertRefused(up(Map.of("ADMIN_PASSWORD", "a".repeat(257))), "ADMIN_PASSWORD has more than 256 characters");
        assertRefused(
                up(Map.of("ADMIN_EMAIL", "boss@example.org", "ADMIN_PASSWORD", "Boss@example.org")),
                "ADMIN_PASSWORD is the e-mail address");
    }

    private Result up(Map<String, String> environment) {
        return Command.shipped(environment)
                .run(
                        "up",
                        "--detach",
                        "--data",
                        folder.resolve("never").toString(),
                        "--port",
                        "" + Product.freePort(),
                        "--backend",
                        "simulated");
    }

    @Test
    void whatItDoesNotKnowIsRefused() {
        Command obox = Command.shipped(Map.of());

        assertRefused(obox.run("up", "--fast"), "unknown option --fast");
        assertRefused(obox.run("upp"), "unknown command upp");
        assertRefused(obox.run("up", "--port", "many"), "many is not a port");
        assertRefused(obox.run("down", "--data="), "option --data needs a value");
        assertRefused(obox.run("up", "--data", folder + "/a\"b"), "PostgreSQL can't run in");
        assertThat(obox.run("up", "--help").output()).contains("starts OBox");
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

package io.obox.product.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.obox.product.access.Api;
import io.obox.product.access.Api.Answer;
import io.obox.product.access.Command;
import io.obox.product.access.Command.Result;
import io.obox.product.access.Machines;
import io.obox.product.access.Product;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All data lies on a small disk, which is mounted where nobody but the product sees it, and filled to the last byte. */
@Tag("product")
final class FullDiskTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    Path folder;

    @Test
    void writesAreRefusedInWordsUntilThereIsRoomAgain() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        Process machine = machineWith(disk);
        String data = disk.resolve("data").toString();
        int port = Product.freePort();
        Command obox = inside(machine);
        try {
            Result up = obox.run(
                    "up", "--detach", "--no-install", "--data", data, "--port", "" + port, "--backend", "simulated");
            assertThat(up.exit()).as(up.output()).isZero();
            Api api = new Api(URI.create("http://127.0.0.1:" + port));
            assertThat(api.login(Product.EMAIL, Product.PASSWORD).status()).isEqualTo(200);
            Machines machines = new Machines(api);
            assertThat(machines.create("before").status()).isEqualTo(202);
            Path filler = Path.of("/proc/" + machine.pid() + "/root" + disk.resolve("filler"));

            fill(filler);

            Answer ready = await("not ready").atMost(PATIENCE).until(() -> api.get("/readyz"), a -> a.status() == 503);
            assertThat(ready.body()).contains("The disk is full");
            Answer refused = await("a write is refused")
                    .atMost(PATIENCE)
                    .until(() -> machines.create("n" + System.nanoTime()), a -> a.status() != 202);
            assertThat(refused.status()).as(refused.body()).isIn(503, 507);
            assertThat(refused.json().path("type").asText())
                    .isIn("urn:obox:problem:storage-full", "urn:obox:problem:unavailable");

            Files.delete(filler);

            await("ready again").atMost(PATIENCE).until(() -> api.get("/readyz").status() == 200);
            await("a write")
                    .atMost(PATIENCE)
                    .until(() -> machines.create("after").status() == 202);
        } finally {
            obox.run("down", "--data", data);
            machine.destroy();
        }
    }

    /** Lives as long as its namespace is needed. */
    private static Process machineWith(Path disk) {
        Command sleep = Command.of(Path.of("/bin/sleep"), Map.of())
                .onMachineWhere("mount -t tmpfs -o size=1000m none " + disk + " && touch " + disk + "/mounted");
        Process machine = sleep.start("900");
        await().atMost(PATIENCE)
                .until(() -> !machine.isAlive()
                        || Files.exists(Path.of("/proc/" + machine.pid() + "/root" + disk + "/mounted")));
        assumeTrue(machine.isAlive(), "mount namespaces are not available here");
        return machine;
    }

    private static Command inside(Process machine) {
        Map<String, String> environment = Map.of(
                "ADMIN_EMAIL", Product.EMAIL,
                "ADMIN_PASSWORD", Product.PASSWORD,
                "OBOX_IMAGES", System.getProperty("obox.images"));
        boolean root = "root".equals(System.getProperty("user.name"));
        return new Command(
                Stream.of(
                                List.of("nsenter", "--mount", "--target", "" + machine.pid()),
                                root ? List.<String>of() : List.of("--user", "--preserve-credentials"),
                                Command.shipped(environment).line())
                        .flatMap(List::stream)
                        .toList(),
                environment);
    }

    private static void fill(Path filler) throws IOException {
        byte[] megabyte = new byte[1 << 20];
        try (OutputStream out = Files.newOutputStream(filler)) {
            while (true) {
                out.write(megabyte);
            }
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("No space left");
        }
    }
}

package io.obox.product.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.obox.product.access.Api;
import io.obox.product.access.Command;
import io.obox.product.access.Command.Result;
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

/** A product all of whose data lies on a small disk, which is mounted where nobody but the product sees it. */
final class SmallDisk implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Process machine;
    private final Path disk;
    private final Command obox;
    private final Api api;

    /** Starts it; what cannot be mounted here skips the test. */
    SmallDisk(Path folder) throws IOException {
        disk = Files.createDirectory(folder.resolve("disk"));
        machine = machineWith(disk);
        int port = Product.freePort();
        obox = inside(machine);
        Result up = obox.run(
                "up", "--detach", "--no-install", "--data", data(), "--port", "" + port, "--backend", "simulated");
        assertThat(up.exit()).as(up.output()).isZero();
        api = new Api(URI.create("http://127.0.0.1:" + port));
        assertThat(api.login(Product.EMAIL, Product.PASSWORD).status()).isEqualTo(200);
    }

    /** A client that is logged in as the administrator. */
    Api api() {
        return api;
    }

    /** Leaves no byte free. */
    void fill() throws IOException {
        byte[] megabyte = new byte[1 << 20];
        try (OutputStream out = Files.newOutputStream(filler())) {
            while (true) {
                out.write(megabyte);
            }
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("No space left");
        }
    }

    /** Takes away what filled it. */
    void makeRoom() throws IOException {
        Files.delete(filler());
    }

    private Path filler() {
        return Path.of("/proc/" + machine.pid() + "/root" + disk.resolve("filler"));
    }

    private String data() {
        return disk.resolve("data").toString();
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

    @Override
    public void close() {
        obox.run("down", "--data", data());
        machine.destroy();
    }
}

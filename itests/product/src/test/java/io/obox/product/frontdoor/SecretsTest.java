package io.obox.product.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import io.obox.product.access.Api;
import io.obox.product.access.Command;
import io.obox.product.access.Command.Result;
import io.obox.product.access.Product;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("product")
final class SecretsTest {
    private static final Set<PosixFilePermission> OWNERS =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    /** Stands in each form of the password. */
    private static final String BEGINNING = "horses are ";

    /** Taken literally, although a setting could be meant by it. */
    private static final String PASSWORD = BEGINNING + "$[env:HOME]";

    private static final Set<PosixFilePermission> OPEN = PosixFilePermissions.fromString("rwxr-xr-x");

    @TempDir
    static Path folder;

    private static Product product;

    /** On a data folder as an earlier version left it, open to others. */
    @BeforeAll
    static void boot() throws IOException {
        Path data = folder.resolve("data");
        Files.createDirectories(data.resolve("run"));
        Files.writeString(data.resolve("version"), "0.1.0\n");
        for (String name : List.of("bin", "bundles")) {
            Files.setPosixFilePermissions(Files.createDirectory(data.resolve(name)), OPEN);
            Files.setPosixFilePermissions(Files.writeString(data.resolve(name + "/kept"), "kept"), OPEN);
        }
        Files.setPosixFilePermissions(data, OPEN);
        product = Product.boot(data, "simulated", Map.of("ADMIN_PASSWORD", PASSWORD));
    }

    @AfterAll
    static void stop() {
        product.close();
    }

    /** Java, PostgreSQL and Redis, which blanks its environment, and whatever else was started for this data folder. */
    private static List<Path> processes() throws IOException {
        Path data = product.data();
        Stream<ProcessHandle> known = Stream.of(
                product.process(),
                Product.process(data.resolve("postgres/postmaster.pid")),
                Product.process(data.resolve("redis/redis.pid")));
        byte[] mark = ("OBOX_DATA=" + data).getBytes(StandardCharsets.UTF_8);
        try (Stream<Path> all = Files.list(Path.of("/proc"))) {
            Stream<Path> marked = all.filter(
                            process -> process.getFileName().toString().matches("\\d+"))
                    .filter(process -> contains(process.resolve("environ"), mark));
            return Stream.concat(known.map(process -> Path.of("/proc/" + process.pid())), marked)
                    .distinct()
                    .toList();
        }
    }

    private static boolean contains(Path file, byte[] part) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .contains(new String(part, StandardCharsets.UTF_8));
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void noProcessCarriesTheAdministratorsPassword() throws IOException {
        byte[] password = BEGINNING.getBytes(StandardCharsets.UTF_8);
        assertThat(processes())
                .allMatch(process -> Files.isReadable(process.resolve("environ")))
                .noneMatch(process -> contains(process.resolve("environ"), password))
                .noneMatch(process -> contains(process.resolve("cmdline"), password));
        assertThat(login()).isEqualTo(200);
        try (Stream<Path> files = Files.walk(product.data().resolve("run"))) {
            assertThat(files.filter(Files::isRegularFile)).noneMatch(file -> contains(file, password));
        }
    }

    @Test
    void whatIsInTheDataFolderIsItsOwnersAlone() throws IOException {
        Path bundles = product.data().resolve("bundles");
        try (Stream<Path> entries = Files.list(product.data())) {
            for (Path entry : Stream.concat(Stream.of(product.data(), bundles.resolve("kept")), entries)
                    .toList()) {
                assertThat(Files.getPosixFilePermissions(entry))
                        .as(entry.toString())
                        .isSubsetOf(OWNERS);
            }
        }
    }

    @Test
    void aRestartAnnouncesNoPasswordAndNoSecretStaysOnTheDisk() throws IOException {
        Path secrets = product.data().resolve("run/secrets");
        Files.writeString(secrets.resolve("DATABASE_PASSWORD"), "as if there were a database elsewhere");
        product.obox("down");
        assertThat(secrets).doesNotExist();
        Result up = Command.shipped(Map.of("OBOX_IMAGES", System.getProperty("obox.images")))
                .run(
                        "up",
                        "--detach",
                        "--port",
                        "" + product.port(),
                        "--data",
                        product.data().toString(),
                        "--backend",
                        "simulated",
                        "--no-install");
        assertThat(up.exit()).as(up.output()).isZero();
        assertThat(up.output()).contains("Log in as before.").doesNotContain("password");
        assertThat(login()).isEqualTo(200);
    }

    private static int login() {
        return new Api(product.address()).login(Product.EMAIL, PASSWORD).status();
    }
}

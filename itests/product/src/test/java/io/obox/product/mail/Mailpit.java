package io.obox.product.mail;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.obox.product.access.Api;
import io.obox.product.access.Product;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The mail catcher of {@code docker-compose.yml} as a process. It is built from its Go module once, by the versions and checksums that
 * the module itself names, and kept in the cache folder.
 */
final class Mailpit implements AutoCloseable {
    static final String VERSION = "v1.33.1";

    private static final String MODULE = "github.com/axllent/mailpit@" + VERSION;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int BUILD_MINUTES = 10;

    /** The module's own checksums are what is gone by: its checksum is the only one that is not in them. */
    private static final Map<String, String> BUILD =
            Map.of("GOSUMDB", "off", "GOFLAGS", "-mod=readonly", "GOTOOLCHAIN", "local", "CGO_ENABLED", "0");

    private final Process process;
    private final int smtp = Product.freePort();
    private final Api api;

    /** Starts it, or aborts the test where it can't be had. */
    Mailpit(Path folder) throws IOException, InterruptedException {
        int http = Product.freePort();
        process = new ProcessBuilder(
                        program().toString(),
                        "--smtp",
                        "127.0.0.1:" + smtp,
                        "--listen",
                        "127.0.0.1:" + http,
                        "--database",
                        folder.resolve("mailpit.db").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("mailpit.log").toFile())
                .start();
        api = new Api(URI.create("http://127.0.0.1:" + http));
        await().atMost(PATIENCE).until(() -> api.get("/readyz").status() == 200);
    }

    int port() {
        return smtp;
    }

    /** The one mail to this address, as soon as it has come: its subject, text and HTML. */
    JsonNode awaitMail(String to) {
        JsonNode found = await().atMost(PATIENCE)
                .until(
                        () -> api.get("/api/v1/search?query=to:" + to).json().path("messages"),
                        mails -> mails.size() == 1);
        return api.get("/api/v1/message/" + found.get(0).path("ID").asText()).json();
    }

    private static Path program() throws IOException, InterruptedException {
        String cache = System.getenv().getOrDefault("OBOX_CACHE", System.getProperty("user.home") + "/.cache/obox");
        Path program = Path.of(cache, "mailpit-" + VERSION);
        return Files.isExecutable(program) ? program : build(program);
    }

    private static Path build(Path program) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("mailpit");
        try {
            Path module = folder.resolve("module");
            go(folder, "mod", "download", "-json", MODULE);
            JsonNode downloaded =
                    new ObjectMapper().readTree(folder.resolve("go.log").toFile());
            run(folder, Map.of(), List.of("cp", "-r", downloaded.path("Dir").asText(), module.toString()));
            run(folder, Map.of(), List.of("chmod", "-R", "u+w", module.toString()));
            Path built = folder.resolve("mailpit");
            go(module, "build", "-o", built.toString(), ".");
            Files.createDirectories(program.getParent());
            return Files.move(built, program, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            run(Path.of("."), Map.of(), List.of("rm", "-rf", folder.toString()));
        }
    }

    private static void go(Path folder, String... arguments) throws InterruptedException {
        try {
            run(
                    folder,
                    BUILD,
                    java.util.stream.Stream.concat(
                                    java.util.stream.Stream.of("go"), java.util.stream.Stream.of(arguments))
                            .toList());
        } catch (IOException e) {
            abort("mailpit can't be built here: " + e.getMessage());
        }
    }

    private static void run(Path folder, Map<String, String> environment, List<String> line)
            throws IOException, InterruptedException {
        Path log = folder.resolve("go.log");
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(
                        environment.isEmpty()
                                ? ProcessBuilder.Redirect.DISCARD
                                : ProcessBuilder.Redirect.to(log.toFile()));
        builder.environment().putAll(environment);
        Process running = builder.start();
        if (!running.waitFor(BUILD_MINUTES, TimeUnit.MINUTES) || running.exitValue() != 0) {
            running.destroyForcibly();
            throw new IOException(String.join(" ", line) + " failed");
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}

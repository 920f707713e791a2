package io.obox.product.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.obox.product.access.Api.Answer;
import io.obox.product.access.Command.Result;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** A platform of the test's own, on a data folder and a port of its own. Closing it stops it. */
public final class Product implements AutoCloseable {
    public static final String EMAIL = "admin@example.org";
    public static final String PASSWORD = "correct horse battery";

    private final Command command;
    private final Path data;
    private final String backend;
    private final int port;
    /** A run that is interrupted leaves no platform running. */
    private final Thread atExit = new Thread(this::stop);

    private Product(Command command, Path data, String backend, int port) {
        this.command = command;
        this.data = data;
        this.backend = backend;
        this.port = port;
    }

    /** Boots one with simulated guests. */
    public static Product simulated(Path data) {
        return boot(data, "simulated", Map.of());
    }

    /**
     * Boots one.
     *
     * @param environment settings, such as {@code DATABASE_URL}
     */
    public static Product boot(Path data, String backend, Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(environment);
        all.put("ADMIN_EMAIL", EMAIL);
        all.putIfAbsent("ADMIN_PASSWORD", PASSWORD);
        // tests log in more often than people
        all.putIfAbsent("OBOX_SESSIONS_PER_USER", "100000");
        all.putIfAbsent("OBOX_IMAGES", System.getProperty("obox.images"));
        var product = new Product(Command.shipped(all), data, backend, freePort());
        Runtime.getRuntime().addShutdownHook(product.atExit);
        product.start();
        return product;
    }

    /** Starts it on its data folder, after it was stopped or killed. */
    public void start() {
        Result up = command.run(
                "up", "--detach", "--port", "" + port, "--data", data.toString(), "--backend", backend, "--no-install");
        assertThat(up.exit()).as(up.output()).isZero();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    public int port() {
        return port;
    }

    public Path data() {
        return data;
    }

    /** A client that is logged in as the administrator. */
    public Api admin() {
        Api api = new Api(address());
        Answer login = api.login(EMAIL, PASSWORD);
        assertThat(login.status()).as(login.body()).isEqualTo(200);
        return api;
    }

    /** Runs one command in the operator's shell. */
    public Result shell(String line) {
        return command.run("shell", "--data", data.toString(), line);
    }

    /** Begins one command in the operator's shell, and does not wait for its end. */
    public Process beginShell(String line) {
        return command.start("shell", "--data", data.toString(), line);
    }

    /** Runs {@code bin/obox} with this data folder. */
    public Result obox(String verb) {
        return command.run(verb, "--data", data.toString());
    }

    /** The platform's process. */
    public ProcessHandle process() {
        return process(data.resolve("run/pid"));
    }

    /** The process that a file of the data folder names in its first line. */
    public static ProcessHandle process(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return ProcessHandle.of(
                            Long.parseLong(lines.findFirst().orElseThrow().strip()))
                    .orElseThrow(() -> new IllegalStateException("the process of " + file + " has ended"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A jar that is shipped. */
    public Path jar(String bundle) {
        return Command.distribution().resolve("repository/io/obox/" + bundle + "/0.1.0/" + bundle + "-0.1.0.jar");
    }

    @Override
    public void close() {
        stop();
        Runtime.getRuntime().removeShutdownHook(atExit);
    }

    private void stop() {
        obox("down");
    }

    /** A port that was free a moment ago. */
    public static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

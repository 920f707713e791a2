package io.obox.product.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A program to be run, such as the shipped {@code bin/obox}.
 *
 * @param line the program, and arguments that come before all others
 * @param environment what is added to this process's own
 */
public record Command(List<String> line, Map<String, String> environment) {
    private static final int MINUTES = 5;

    /** What a run gave: standard output and error together. */
    public record Result(int exit, String output) {}

    /** This program. */
    public static Command of(Path program, Map<String, String> environment) {
        return new Command(List.of(program.toString()), environment);
    }

    /** The front door of the distribution that the build left. */
    public static Command shipped(Map<String, String> environment) {
        return of(distribution().resolve("bin/obox"), environment);
    }

    /** The distribution that the build left. */
    public static Path distribution() {
        return Path.of(System.getProperty("obox.distribution")).toAbsolutePath().normalize();
    }

    /** The same on a machine that differs in its file systems: in a mount namespace of its own, after this shell command. */
    public Command onMachineWhere(String command) {
        boolean root = "root".equals(System.getProperty("user.name"));
        Stream<String> unshare =
                root ? Stream.of("unshare", "--mount") : Stream.of("unshare", "--mount", "--map-root-user");
        Stream<String> prepared = Stream.of("bash", "-c", "{ " + command + "; } && exec \"$0\" \"$@\"");
        return new Command(
                Stream.of(unshare, prepared, line.stream())
                        .flatMap(parts -> parts)
                        .toList(),
                environment);
    }

    /** Runs it to its end. */
    public Result run(String... arguments) {
        try {
            return finish(start(arguments));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(line + " was interrupted", e);
        }
    }

    /**
     * Starts it, without any input, as a terminal does: as the leader of a process group, and with an ear for Ctrl-C, which
     * this process may have been started without.
     */
    public Process start(String... arguments) {
        Stream<String> terminal = Stream.of("setsid", "env", "--default-signal=INT");
        ProcessBuilder builder = new ProcessBuilder(Stream.of(terminal, line.stream(), Stream.of(arguments))
                        .flatMap(parts -> parts)
                        .toList())
                .redirectErrorStream(true)
                .redirectInput(Path.of("/dev/null").toFile());
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for the end of one that was started. */
    public static Result finish(Process process) throws InterruptedException {
        try (InputStream out = process.getInputStream()) {
            String output = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                throw new IllegalStateException(process.info() + " does not end");
            }
            return new Result(process.exitValue(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

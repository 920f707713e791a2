package io.obox.product.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs the shipped {@code bin/obox}. */
public record Command(Path home, Map<String, String> environment) {
    private static final int MINUTES = 5;

    /** What a run gave: standard output and error together. */
    public record Result(int exit, String output) {}

    /** The distribution that the build left. */
    public static Command shipped(Map<String, String> environment) {
        return new Command(
                Path.of(System.getProperty("obox.distribution"))
                        .toAbsolutePath()
                        .normalize(),
                environment);
    }

    /** Runs one command to its end. */
    public Result run(String... arguments) {
        List<String> line = new ArrayList<>(List.of(home.resolve("bin/obox").toString()));
        line.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().putAll(environment);
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        try {
            Process process = builder.start();
            try (InputStream out = process.getInputStream()) {
                String output = new String(out.readAllBytes(), StandardCharsets.UTF_8);
                if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                    throw new IllegalStateException(line + " does not end");
                }
                return new Result(process.exitValue(), output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(line + " was interrupted", e);
        }
    }
}

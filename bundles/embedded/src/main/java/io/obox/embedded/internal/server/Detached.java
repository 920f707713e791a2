package io.obox.embedded.internal.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** Starts a server so that it neither hears the terminal's Ctrl-C nor writes to the terminal. */
public final class Detached {
    private static final long LONGEST_LOG = 10_000_000;

    private Detached() {}

    /** Starts the command in the folder, with its messages appended to a file. */
    public static Process start(List<String> command, Path folder, Path log) throws IOException, InterruptedException {
        Files.createDirectories(log.getParent());
        if (Files.exists(log) && Files.size(log) > LONGEST_LOG) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
        List<String> words = new ArrayList<>();
        if (Commands.succeeds("setsid", "true")) {
            words.add("setsid");
        }
        words.addAll(command);
        return new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }
}

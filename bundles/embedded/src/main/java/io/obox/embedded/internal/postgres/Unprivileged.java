package io.obox.embedded.internal.postgres;

import io.obox.embedded.internal.server.Commands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How PostgreSQL, which refuses to run as root, is run by root: in a user namespace in which it is nobody, or, where those
 * are forbidden, as the user nobody itself.
 *
 * @param prefix words before each command
 * @param owner user that the files must belong to, or null if they may stay as they are
 */
record Unprivileged(List<String> prefix, @Nullable Integer owner) {
    private static final int NOBODY = 65534;

    static Unprivileged find() throws IOException, InterruptedException {
        if (!Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"))) {
            return new Unprivileged(List.of(), null);
        }
        if (Commands.succeeds("unshare", "-U", "true")) {
            return new Unprivileged(List.of("unshare", "-U"), null);
        }
        List<String> setpriv = List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
        List<String> trial = new ArrayList<>(setpriv);
        trial.add("true");
        if (Commands.succeeds(trial.toArray(String[]::new))) {
            return new Unprivileged(setpriv, NOBODY);
        }
        throw new IOException("PostgreSQL can't run as root, and neither unshare nor setpriv works here."
                + " Start OBox as another user, or set DATABASE_URL.");
    }

    List<String> command(Path program, String... arguments) {
        List<String> words = new ArrayList<>(prefix);
        words.add(program.toString());
        words.addAll(List.of(arguments));
        return words;
    }

    /** Gives the files to whom they must belong. */
    void own(Path folder) throws IOException {
        if (owner == null) {
            return;
        }
        List<Path> files;
        try (Stream<Path> tree = Files.walk(folder)) {
            files = tree.toList();
        }
        for (Path file : files) {
            Files.setAttribute(file, "unix:uid", owner);
        }
    }
}

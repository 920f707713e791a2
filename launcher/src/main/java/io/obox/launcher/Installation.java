package io.obox.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What earlier starts left in the framework's storage, and how it was written down.
 *
 * @param storage the framework's storage
 * @param configurations where Configuration Admin keeps what it is given
 * @param mark the lines of the lineup that was installed last; it is there only when that was whole
 */
record Installation(Path storage, Path configurations, Path mark) {
    private static final String WHOLE = "features ";

    static Installation in(Path folder) {
        return new Installation(
                folder.resolve("bundles"), folder.resolve("configurations"), folder.resolve("bundles.installed"));
    }

    /** Whether there is an installation to go on with. */
    boolean whole() throws IOException {
        return Files.exists(mark) && Files.readString(mark).startsWith(WHOLE);
    }

    /** Whether it was made of the same features and the same shipped jars. */
    boolean of(Lineup lineup) throws IOException {
        return whole() && lines().getFirst().equals(lineup.lines().getFirst());
    }

    /** What was installed, a line for each bundle. */
    List<String> lines() throws IOException {
        return whole() ? Files.readAllLines(mark) : List.of();
    }

    /** Where the bundles of a lineup have come from. */
    Set<String> locations() throws IOException {
        return lines().stream()
                .skip(1)
                .map(line -> line.substring(line.indexOf(' ') + 1))
                .collect(Collectors.toSet());
    }

    /** Writes down what is installed, in one step. */
    void remember(Lineup lineup) throws IOException {
        Path part = mark.resolveSibling(mark.getFileName() + ".part");
        Files.write(part, lineup.lines());
        Files.move(part, mark, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}

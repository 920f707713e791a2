package io.obox.embedded.internal.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The file in which a server says which process it is. */
public record PidFile(Path file) {
    /** The lines of the file, none if it is not there. */
    public List<String> lines() throws IOException {
        try {
            return Files.readAllLines(file);
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    /** The process it names, if that is alive, whatever it is by now. */
    public Optional<ProcessHandle> process() throws IOException {
        List<String> lines = lines();
        try {
            return lines.isEmpty()
                    ? Optional.empty()
                    : ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).filter(ProcessHandle::isAlive);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Whether a process runs a program that lies in this folder. */
    public static boolean runsFrom(ProcessHandle process, Path folder) {
        return process.info()
                .command()
                .map(command -> Path.of(command).startsWith(real(folder)))
                .orElse(false);
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            return folder;
        }
    }
}

package io.obox.shell.internal.ssh;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** What the shell keeps in the data folder. All of it is its owner's alone. */
record ShellFolder(Path data) {
    private static final String OWNER_ONLY = "rw-------";
    private static final String OWNER_ONLY_FOLDER = "rwx------";

    Path operatorKey() {
        return secrets().resolve("operator");
    }

    Path hostKey() {
        return secrets().resolve("hostkey");
    }

    Path authorizedKeys() {
        return secrets().resolve("authorized_keys");
    }

    /** Makes the folders, and closes the one with the keys to everybody else. */
    void prepare() throws IOException {
        Files.createDirectories(portFile().getParent());
        Files.createDirectories(secrets());
        Files.setPosixFilePermissions(secrets(), PosixFilePermissions.fromString(OWNER_ONLY_FOLDER));
    }

    /** Writes a file that only its owner may read, in one step: whoever sees it sees all of it. */
    void write(Path file, byte[] content) throws IOException {
        Path part = Files.createTempFile(
                file.getParent(),
                file.getFileName().toString(),
                ".part",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)));
        try {
            Files.write(part, content);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Tells where the door is, in the last line; where a former version has one too, that line stays before it. */
    void writePort(int port) throws IOException {
        List<String> doors = otherDoors(port);
        doors.add(Integer.toString(port));
        writeDoors(doors);
    }

    /** Takes the sign away, and leaves those that other doors have put up. */
    void removePort(int port) throws IOException {
        List<String> doors = otherDoors(port);
        if (doors.isEmpty()) {
            Files.deleteIfExists(portFile());
        } else {
            writeDoors(doors);
        }
    }

    private void writeDoors(List<String> doors) throws IOException {
        write(portFile(), (String.join("\n", doors) + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    private List<String> otherDoors(int port) throws IOException {
        List<String> doors = new ArrayList<>();
        if (Files.exists(portFile())) {
            doors.addAll(Files.readAllLines(portFile()));
            doors.remove(Integer.toString(port));
        }
        return doors;
    }

    private Path portFile() {
        return data.resolve("run").resolve("shell.port");
    }

    private Path secrets() {
        return data.resolve("shell");
    }
}

package io.obox.embedded.internal.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The layout of the data folder, as far as it concerns servers. */
public record DataFolder(Path root) {
    /** With an absolute path. */
    public DataFolder {
        root = root.toAbsolutePath().normalize();
    }

    /** Where a server keeps its data. */
    public Path of(String server) {
        return root.resolve(server);
    }

    /** Where unpacked programs are, each in a folder named after its version. */
    public Path programs() {
        return root.resolve("bin");
    }

    /** Where a server writes its messages. */
    public Path log(String server) {
        return root.resolve("logs").resolve(server + ".log");
    }

    /**
     * Claims a server's data for this process until the returned channel is closed, or the process ends in any way.
     *
     * @throws IOException if another process has claimed it
     */
    public FileChannel claim(String server) throws IOException {
        Path file = root.resolve("run").resolve(server + ".lock");
        Files.createDirectories(file.getParent());
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (java.nio.channels.OverlappingFileLockException e) {
            // held by an earlier version of this bundle that is still stopping
        }
        channel.close();
        throw new IOException("Another OBox is using " + of(server) + ". Stop it, or choose another data folder.");
    }
}

package io.obox.image.internal.catalogue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;

/**
 * Who a node is among those that hold images: an id that it makes when it is first asked, and keeps. Names of machines are no help,
 * because those that were made from one template often have the same.
 *
 * @param file where it is kept, in the node's data folder
 */
record HolderId(Path file) {
    UUID get() throws IOException {
        Optional<UUID> kept = kept();
        if (kept.isEmpty()) {
            make();
            kept = kept();
        }
        return kept.orElseThrow(() -> new IOException(file + " holds no id."));
    }

    /** Empty where there is none yet; what can't be read as one is thrown away. */
    private Optional<UUID> kept() throws IOException {
        try {
            return Optional.of(UUID.fromString(Files.readString(file).strip()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            Files.deleteIfExists(file);
            return Optional.empty();
        }
    }

    /** Appears whole or not at all, also where the machine loses its power; of two that make one at the same moment the first counts. */
    private void make() throws IOException {
        Files.createDirectories(file.getParent());
        Path fresh = Files.createTempFile(file.getParent(), "." + file.getFileName(), ".part");
        try {
            write(fresh);
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException e) {
            // another version of this bundle was first
        } catch (UnsupportedOperationException | FileSystemException e) {
            // a file system without links
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static void write(Path fresh) throws IOException {
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII)));
            channel.force(true);
        }
    }
}

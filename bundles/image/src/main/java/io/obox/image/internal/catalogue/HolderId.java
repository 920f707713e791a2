package io.obox.image.internal.catalogue;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * Who a node is among those that hold images: an id that it makes when it is first asked, and keeps. Names of machines are no help,
 * because those that were made from one template often have the same.
 *
 * @param file where it is kept, in the node's data folder
 */
record HolderId(Path file) {
    UUID get() throws IOException {
        if (!Files.exists(file)) {
            make();
        }
        return UUID.fromString(Files.readString(file).strip());
    }

    /** Appears whole or not at all; of two that make one at the same moment the first counts. */
    private void make() throws IOException {
        Files.createDirectories(file.getParent());
        Path fresh = Files.createTempFile(file.getParent(), "." + file.getFileName(), ".part");
        try {
            Files.writeString(fresh, UUID.randomUUID().toString());
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException e) {
            // another version of this bundle was first
        } finally {
            Files.delete(fresh);
        }
    }
}

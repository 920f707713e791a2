package io.obox.image.internal.catalogue;

import java.time.Instant;
import java.util.UUID;

/**
 * A file with the content of an image.
 *
 * @param path in its holder's folder
 * @param modifiedAt time of the file when it was read
 */
record Copy(String path, UUID imageId, long sizeBytes, Instant modifiedAt) {
    static Copy of(ImageFile file, UUID image) {
        return new Copy(file.path().toString(), image, file.size(), file.modifiedAt());
    }

    /** Whether this is what was read of the file as it is now. */
    boolean isOf(ImageFile file) {
        return sizeBytes == file.size() && modifiedAt.equals(file.modifiedAt());
    }
}

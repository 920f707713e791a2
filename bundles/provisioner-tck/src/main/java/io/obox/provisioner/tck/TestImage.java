package io.obox.provisioner.tck;

import io.obox.image.ImageFormat;
import io.obox.provisioner.spi.BaseImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** An image of a test. */
public record TestImage(
        UUID id,
        String name,
        ImageFormat format,
        Path file,
        long sizeBytes,
        long virtualSizeBytes,
        String sha256,
        String defaultUser)
        implements BaseImage {
    /** Of a file that is there. */
    public TestImage(
            UUID id,
            String name,
            ImageFormat format,
            Path file,
            long virtualSizeBytes,
            String sha256,
            String defaultUser) {
        this(id, name, format, file, size(file), virtualSizeBytes, sha256, defaultUser);
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

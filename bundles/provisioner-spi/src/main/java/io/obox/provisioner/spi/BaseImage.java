package io.obox.provisioner.spi;

import io.obox.image.ImageFormat;
import java.nio.file.Path;
import java.util.UUID;

/**
 * The image that a guest's disk starts from.
 *
 * @param file readable on the node that calls the provisioner; not necessarily on the host
 * @param virtualSizeBytes size of the disk that it describes
 * @param sha256 hexadecimal checksum of the file; with the id it names the copy on the host
 * @param defaultUser whom SSH keys are installed for
 */
public record BaseImage(
        UUID id,
        String name,
        ImageFormat format,
        Path file,
        long virtualSizeBytes,
        String sha256,
        String defaultUser) {}

package io.obox.provisioner.tck;

import io.obox.image.ImageFormat;
import io.obox.provisioner.spi.BaseImage;
import java.nio.file.Path;
import java.util.UUID;

/** An image of a test. */
public record TestImage(
        UUID id, String name, ImageFormat format, Path file, long virtualSizeBytes, String sha256, String defaultUser)
        implements BaseImage {}

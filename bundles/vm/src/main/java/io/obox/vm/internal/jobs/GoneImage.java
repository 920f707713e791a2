package io.obox.vm.internal.jobs;

import io.obox.image.ImageFormat;
import io.obox.provisioner.spi.BaseImage;
import java.nio.file.Path;
import java.util.UUID;

/** An image that the catalogue does not have any more: guests that were made of it can still be changed and taken away. */
record GoneImage(UUID id) implements BaseImage {
    @Override
    public String name() {
        return "";
    }

    @Override
    public ImageFormat format() {
        return ImageFormat.QCOW2;
    }

    @Override
    public Path file() {
        return Path.of("gone", id.toString());
    }

    @Override
    public long sizeBytes() {
        return 0;
    }

    @Override
    public long virtualSizeBytes() {
        return 0;
    }

    @Override
    public String sha256() {
        return "";
    }

    @Override
    public String defaultUser() {
        return "";
    }
}

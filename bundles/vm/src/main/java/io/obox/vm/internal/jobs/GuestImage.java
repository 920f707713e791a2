package io.obox.vm.internal.jobs;

import io.obox.image.Image;
import io.obox.image.ImageFormat;
import io.obox.provisioner.spi.BaseImage;
import java.nio.file.Path;
import java.util.Objects;
import java.util.UUID;

/** An image with its file on this node, which may lack it, as provisioners are told of it. */
record GuestImage(Image image, Path file) implements BaseImage {
    @Override
    public UUID id() {
        return image.id();
    }

    @Override
    public String name() {
        return image.name();
    }

    @Override
    public ImageFormat format() {
        return image.format();
    }

    @Override
    public long sizeBytes() {
        return image.sizeBytes();
    }

    @Override
    public long virtualSizeBytes() {
        return image.virtualSizeBytes();
    }

    @Override
    public String sha256() {
        return Objects.requireNonNullElse(image.sha256(), "");
    }

    @Override
    public String defaultUser() {
        return image.defaultUser();
    }
}

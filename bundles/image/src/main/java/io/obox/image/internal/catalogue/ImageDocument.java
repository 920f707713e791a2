package io.obox.image.internal.catalogue;

import io.obox.image.Image;
import io.obox.image.ImageFormat;
import io.obox.image.ImageState;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An image as others see it. */
public record ImageDocument(
        UUID id,
        String name,
        String os,
        String version,
        String arch,
        ImageFormat format,
        long virtualSizeBytes,
        long sizeBytes,
        @Nullable String sha256,
        String defaultUser,
        ImageState state,
        String source,
        Instant createdAt)
        implements Image {}

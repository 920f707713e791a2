package io.obox.image.store;

import java.util.UUID;
import org.osgi.annotation.versioning.ConsumerType;

/** A whiteboard service of whoever makes things of images, which then stay in the catalogue. */
@ConsumerType
public interface ImageUsage {
    /** Whether anything is made of the image. */
    boolean isUsed(UUID imageId);
}

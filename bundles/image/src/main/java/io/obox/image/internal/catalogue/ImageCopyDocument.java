package io.obox.image.internal.catalogue;

import io.obox.image.ImageCopy;

/** A copy of an image as others see it. */
public record ImageCopyDocument(Kind kind, String id, String name) implements ImageCopy {
    /** The path of a holder's folder stays untold. */
    static ImageCopyDocument ofNode(String holder) {
        String node = holder.split(":", 2)[0];
        return new ImageCopyDocument(Kind.NODE, node, node);
    }
}

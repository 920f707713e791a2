package io.obox.image;

import org.osgi.annotation.versioning.ProviderType;

/** A place that has the whole content of an image. Immutable. Jackson writes it as the document that REST answers with. */
@ProviderType
public interface ImageCopy {
    /** What kind of place it is. */
    enum Kind {
        /** A node of OBox, which has the file in its folder of images. */
        NODE,
        /** A host, which has it in its storage pool. */
        HOST
    }

    /** What kind of place it is. */
    Kind kind();

    /** Which place it is: the host's id, or what the node is known by among those that have images. */
    String id();

    /** What people call the host; of a node, which has no name for people, its id. */
    String name();
}

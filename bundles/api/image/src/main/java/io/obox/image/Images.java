package io.obox.image;

import io.obox.page.Page;
import io.obox.page.PageRequest;
import io.obox.user.Caller;
import java.util.List;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** The catalogue of images, which every user may read. Thread-safe. */
@ProviderType
public interface Images {
    /** All images by name. */
    Page<Image> list(Caller caller, PageRequest page);

    /** One image, or {@code not-found}. */
    Image get(Caller caller, UUID id);

    /**
     * Where the content of an image is, nodes first; empty if it is nowhere. What nodes have, and what hosts have, are facts of their
     * own: neither is taken from the other.
     *
     * @throws io.obox.problem.ProblemException {@code not-found} if there is no such image
     */
    List<ImageCopy> copies(Caller caller, UUID id);
}

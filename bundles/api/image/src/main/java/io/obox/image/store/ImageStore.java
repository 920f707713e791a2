package io.obox.image.store;

import io.obox.image.Image;
import io.obox.job.Place;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** Images for those who make guests of them, without asking who may see them. Thread-safe. */
@ProviderType
public interface ImageStore {
    /**
     * Where jobs run that need an image's file: on the nodes that have a copy.
     *
     * @param name what people call the image
     */
    static Place place(UUID image, String name) {
        return Place.of("image:" + image, ImagePlace.PLACE.with(name));
    }

    /**
     * The image with this id, in whatever state. One that is ready is remembered for a moment: should it go meanwhile, it is
     * missed when the guest is made, as if it had gone right after the request.
     */
    Optional<Image> find(UUID id);

    /** What the images with these ids are called; those that there are not are left out. */
    Map<UUID, String> names(Collection<UUID> ids);

    /**
     * What a guest that is made of the image on a host takes besides the host: the image's place, or nothing if the host has the
     * image in its pool, so that any node will do. What it says may be some seconds old.
     */
    List<Place> places(Image image, UUID host);

    /**
     * The image's file on this node. Whether it is there is for the reader to find out; on a node that has no copy of the image
     * it is not, whatever its folder has under that name.
     */
    Path file(Image image);

    /** Whether the image's file on this node has been changed since it was read, so that it may have other content now. */
    boolean hasChanged(Image image);
}

package io.obox.image.internal.catalogue;

import io.obox.image.Image;
import io.obox.image.store.ImageStore;
import io.obox.job.Place;
import io.obox.job.Places;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The images whose files are on this node; jobs that need one of them can run here. */
@Component(service = LocalImages.class)
public final class LocalImages {
    private volatile Map<UUID, Copy> copies = Map.of();
    private volatile Map<UUID, String> lost = Map.of();
    private volatile @Nullable Places places;

    /** The queue wants to know which jobs can run here. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void setPlaces(Places queue) {
        places = queue;
        tell();
    }

    /** This one no longer. */
    public void unsetPlaces(Places queue) {
        if (places == queue) {
            places = null;
        }
    }

    /**
     * What there is.
     *
     * @param present copies on this node
     * @param replaced images whose content is nowhere any more, and whose names are others' by now
     */
    void set(List<Copy> present, List<Image> replaced) {
        Map<UUID, Copy> found =
                present.stream().collect(Collectors.toMap(Copy::imageId, Function.identity(), (one, other) -> one));
        Map<UUID, String> gone = replaced.stream().collect(Collectors.toMap(Image::id, Image::name));
        if (!found.equals(copies) || !gone.equals(lost)) {
            copies = found;
            lost = gone;
            tell();
        }
    }

    /** The copy of an image in the folder of images. */
    Optional<Copy> copy(UUID image) {
        return Optional.ofNullable(copies.get(image));
    }

    /** Jobs that need what is lost come to their end on any node, and do not wait for what they would not be given. */
    private void tell() {
        Places queue = places;
        if (queue != null) {
            Stream<Place> present = copies.values().stream().map(copy -> ImageStore.place(copy.imageId(), copy.path()));
            Stream<Place> gone =
                    lost.entrySet().stream().map(image -> ImageStore.place(image.getKey(), image.getValue()));
            queue.reach(Stream.concat(present, gone).toList());
        }
    }
}

package io.obox.image.internal.catalogue;

import io.obox.image.store.ImageStore;
import io.obox.job.Place;
import io.obox.job.Places;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The images whose files are on this node; jobs that need one of them can run here. */
@Component(service = LocalImages.class)
public final class LocalImages {
    private volatile Map<UUID, String> paths = Map.of();
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

    /** These are the copies that there are. */
    void set(List<Copy> copies) {
        Map<UUID, String> found =
                copies.stream().collect(Collectors.toMap(Copy::imageId, Copy::path, (one, other) -> one));
        if (!found.equals(paths)) {
            paths = found;
            tell();
        }
    }

    /** The path of an image's file in the folder of images. */
    Optional<String> path(UUID image) {
        return Optional.ofNullable(paths.get(image));
    }

    private void tell() {
        Places queue = places;
        if (queue != null) {
            List<Place> reached = paths.entrySet().stream()
                    .map(entry -> ImageStore.place(entry.getKey(), entry.getValue()))
                    .toList();
            queue.reach(reached);
        }
    }
}

package io.obox.vm.internal.images;

import io.obox.image.Image;
import io.obox.image.ImageState;
import io.obox.vm.internal.store.Recent;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Images for those who ask for VMs. One that is ready is remembered for a moment: should it go meanwhile, it is missed when the
 * VM is written or made, as if it had gone right after the request.
 */
@Component(service = ReadyImages.class)
public final class ReadyImages {
    private final Catalogue catalogue;
    private final Recent<Map<UUID, Image>> ready;

    /** Within the bundle. */
    @Activate
    public ReadyImages(@Reference Catalogue catalogue) {
        this(catalogue, Duration.ofMillis(250));
    }

    /** Remembers them for this long. */
    public ReadyImages(Catalogue catalogue, Duration maxAge) {
        this.catalogue = catalogue;
        this.ready = new Recent<>(() -> ready(catalogue), maxAge);
    }

    private static Map<UUID, Image> ready(Catalogue catalogue) {
        return catalogue.entries().stream()
                .map(CatalogueEntry::image)
                .filter(image -> image.state() == ImageState.READY)
                .collect(Collectors.toMap(Image::id, Function.identity()));
    }

    /** The image with this id, in whatever state. */
    public Optional<Image> find(UUID id) {
        return Optional.ofNullable(ready.get().get(id)).or(() -> catalogue.find(id));
    }
}

package io.obox.image.internal.catalogue;

import io.obox.image.Image;
import io.obox.image.ImageState;
import io.obox.image.store.ImageStore;
import io.obox.job.Place;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The catalogue for those who make guests; what they ask for most is remembered for a moment. */
@Component(service = ImageStore.class)
public final class RememberedImages implements ImageStore {
    private final Catalogue catalogue;
    private final ImageFolder folder;
    private final LocalImages local;
    private final Recent<Map<UUID, Image>> images;
    private final PoolCopies pools;

    /** Within the bundle. */
    @Activate
    public RememberedImages(
            @Reference Catalogue catalogue,
            @Reference ImageFolder folder,
            @Reference LocalImages local,
            @Reference PoolCopies pools) {
        this(catalogue, folder, local, pools, Duration.ofMillis(250));
    }

    /** Remembers images for this long. */
    public RememberedImages(
            Catalogue catalogue, ImageFolder folder, LocalImages local, PoolCopies pools, Duration maxAge) {
        this.catalogue = catalogue;
        this.folder = folder;
        this.local = local;
        this.images = new Recent<>(() -> all(catalogue), maxAge);
        this.pools = pools;
    }

    private static Map<UUID, Image> all(Catalogue catalogue) {
        return catalogue.entries().stream()
                .map(CatalogueEntry::image)
                .collect(Collectors.toMap(Image::id, Function.identity()));
    }

    @Override
    public Optional<Image> find(UUID id) {
        return Optional.ofNullable(images.get().get(id))
                .filter(image -> image.state() == ImageState.READY)
                .or(() -> catalogue.find(id));
    }

    @Override
    public Map<UUID, String> names(Collection<UUID> ids) {
        Set<UUID> wanted = Set.copyOf(ids);
        Map<UUID, Image> known = images.get();
        if (!known.keySet().containsAll(wanted)) {
            known = images.fresh();
        }
        return wanted.stream()
                .filter(known::containsKey)
                .map(known::get)
                .collect(Collectors.toMap(Image::id, Image::name));
    }

    @Override
    public List<Place> places(Image image, UUID host) {
        boolean pooled = pools.hosts().getOrDefault(image.id(), Set.of()).contains(host);
        return pooled ? List.of() : List.of(ImageStore.place(image.id(), image.name()));
    }

    @Override
    public Path file(Image image) {
        return local.copy(image.id()).map(copy -> folder.path(copy.path())).orElseGet(() -> folder.absent(image));
    }

    @Override
    public boolean hasChanged(Image image) {
        return local.copy(image.id()).map(this::hasChanged).orElse(false);
    }

    private boolean hasChanged(Copy copy) {
        return folder.file(copy.path()).filter(file -> !copy.isOf(file)).isPresent();
    }
}

package io.obox.image.internal.catalogue;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.obox.image.ImageState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares the folder of images with the catalogue. A file is read anew when its size or time has changed; reading it means
 * its whole checksum, so an image is IMPORTING meanwhile.
 */
final class ImageScan {
    private static final Logger LOG = LoggerFactory.getLogger(ImageScan.class);

    private final Catalogue catalogue;
    private final ImageFolder folder;
    private final Supplier<Set<String>> backends;
    private final Predicate<UUID> used;
    private final Duration settling;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();
    private final Map<String, ImageFile> known = new ConcurrentHashMap<>();

    /**
     * Of one folder.
     *
     * @param backends the backends of the hosts that there are
     * @param used whether anything is made of an image, which then stays
     * @param settling how long a file must have rested before it is taken for whole
     */
    ImageScan(
            Catalogue catalogue,
            ImageFolder folder,
            Supplier<Set<String>> backends,
            Predicate<UUID> used,
            Duration settling) {
        this.catalogue = catalogue;
        this.folder = folder;
        this.backends = backends;
        this.used = used;
        this.settling = settling;
    }

    /** One comparison. Must be called by one thread at a time. */
    void run() throws IOException {
        Set<String> names = new HashSet<>();
        List<ImageFile> changed = new ArrayList<>();
        for (ImageFile file : folder.files()) {
            if (names.add(file.imageName()) && !file.equals(known.get(file.imageName())) && settled(file)) {
                changed.add(file);
            }
        }
        // so that there is soon one to choose
        changed.sort(Comparator.comparingLong(ImageFile::size));
        for (ImageFile file : changed) {
            take(file);
        }
        known.keySet().retainAll(names);
        if (folder.exists()) {
            forgetOthers(names);
        }
        simulate();
    }

    /** Whether at least one file stands in the catalogue. Thread-safe. */
    boolean hasTakenAny() {
        return !known.isEmpty();
    }

    private boolean settled(ImageFile file) {
        return !file.modifiedAt().isAfter(Instant.now().minus(settling));
    }

    private void take(ImageFile file) throws IOException {
        Optional<CatalogueEntry> before = catalogue.named(file.imageName());
        if (before.isEmpty() || !before.get().isOf(file)) {
            CatalogueEntry fresh = before.map(entry -> CatalogueEntry.reading(
                            entry.image().id(), file, entry.image().createdAt()))
                    .orElseGet(() -> CatalogueEntry.reading(ids.generate(), file, Instant.now()));
            catalogue.put(fresh);
            CatalogueEntry read = read(file, fresh);
            if (!folder.files().contains(file)) {
                // it was written to meanwhile, and is read again when it rests
                return;
            }
            catalogue.put(read);
            LOG.info("Image {} is {}.", file.imageName(), read.image().state());
        }
        known.put(file.imageName(), file);
    }

    private CatalogueEntry read(ImageFile file, CatalogueEntry entry) {
        try {
            DiskHeader header = DiskHeader.read(folder.path(file));
            return entry.ready(header, ImageFolder.checksum(folder.path(file)));
        } catch (DiskHeader.Unusable | IOException e) {
            LOG.warn("Image file {} can't be used: {}", file.path(), e.getMessage());
            return entry.failed();
        }
    }

    /** Images whose file has gone go too; those that VMs are made of stay as FAILED. */
    private void forgetOthers(Set<String> names) {
        for (CatalogueEntry entry : catalogue.entries()) {
            if (names.contains(entry.image().name()) || entry.simulated()) {
                continue;
            }
            if (!used.test(entry.image().id())) {
                catalogue.remove(entry.image().id());
            } else if (entry.image().state() != ImageState.FAILED) {
                LOG.warn("The file of image {} is gone.", entry.image().name());
                catalogue.put(entry.failed());
            }
        }
    }

    /** Where there are only simulated hosts and no image, there is one to try OBox with. */
    private void simulate() throws IOException {
        List<CatalogueEntry> entries = catalogue.entries();
        CatalogueEntry simulated =
                entries.stream().filter(CatalogueEntry::simulated).findFirst().orElse(null);
        Set<String> present = backends.get();
        if (present.equals(Set.of("simulated"))) {
            if (entries.isEmpty() || simulated != null) {
                keepSimulated(simulated);
            }
        } else if (!present.isEmpty()
                && simulated != null
                && !used.test(simulated.image().id())) {
            catalogue.remove(simulated.image().id());
        }
    }

    private void keepSimulated(@Nullable CatalogueEntry there) throws IOException {
        DiskHeader header = folder.makeNothing();
        if (there == null) {
            UUID id = ids.generate();
            ImageFile none =
                    new ImageFile(Path.of(ImageFolder.NOTHING), "tiny", "1", header.virtualSizeBytes(), Instant.EPOCH);
            catalogue.put(CatalogueEntry.reading(id, none, Instant.now()).ready(header, folder.checksumOfNothing()));
        }
    }
}

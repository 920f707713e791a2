package io.obox.image.internal.catalogue;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.obox.image.Image;
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
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares the folder of images with the catalogue. A file is read again when its size or time has changed; reading it means
 * its whole checksum, so an image is IMPORTING meanwhile.
 */
final class ImageScan {
    private static final Logger LOG = LoggerFactory.getLogger(ImageScan.class);

    private final Catalogue catalogue;
    private final Copies copies;
    private final LocalImages local;
    private final ImageFolder folder;
    private final Supplier<Set<String>> backends;
    private final Function<UUID, Use> uses;
    private final Duration settling;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();
    private final Map<String, ImageFile> known = new ConcurrentHashMap<>();
    /** Images without a copy of which it is not known whether anything is made of them. */
    private final Set<UUID> unsure = new HashSet<>();

    private String holder = "";

    /**
     * Of one folder.
     *
     * @param backends the backends of the hosts that there are
     * @param uses whether anything is made of an image, which then stays
     * @param settling how long a file must have rested before it is taken for whole
     */
    ImageScan(
            Catalogue catalogue,
            Copies copies,
            LocalImages local,
            ImageFolder folder,
            Supplier<Set<String>> backends,
            Function<UUID, Use> uses,
            Duration settling) {
        this.catalogue = catalogue;
        this.copies = copies;
        this.local = local;
        this.folder = folder;
        this.backends = backends;
        this.uses = uses;
        this.settling = settling;
    }

    /** One comparison. Must be called by one thread at a time. */
    void run() throws IOException {
        holder = folder.holder();
        if (copies.seen(holder)) {
            known.clear();
        }
        Set<String> names = new HashSet<>();
        Set<String> paths = new HashSet<>();
        List<ImageFile> changed = new ArrayList<>();
        for (ImageFile file : folder.files()) {
            paths.add(file.path().toString());
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
            forgetOthers(paths);
        }
        simulate();
        local.set(
                copies.of(holder),
                catalogue.entries().stream()
                        .filter(CatalogueEntry::isReplaced)
                        .map(CatalogueEntry::image)
                        .toList());
    }

    /** Whether at least one file stands in the catalogue. Thread-safe. */
    boolean hasTakenAny() {
        return !known.isEmpty();
    }

    /** By the clock that the times of this machine's files come from. */
    private boolean settled(ImageFile file) {
        return !file.modifiedAt().isAfter(Instant.now().minus(settling));
    }

    private void take(ImageFile file) throws IOException {
        Optional<Copy> copy = copies.find(holder, file.path().toString());
        if (copy.filter(known -> known.isOf(file)).isEmpty() && !takeOver(file)) {
            CatalogueEntry read = read(file);
            if (!folder.files().contains(file)) {
                // it was written to meanwhile, and is read again when it rests
                return;
            }
            copies.exclusively(() -> {
                UUID entered = enter(file, read);
                UUID named = read.image().id();
                Stream.of(copy.map(Copy::imageId).orElse(named), named)
                        .distinct()
                        .filter(former -> !former.equals(entered) && !copies.any(former))
                        .forEach(this::forget);
            });
        }
        known.put(file.imageName(), file);
    }

    /** OBox 0.1.0 kept no account of copies, but read this very file. */
    private boolean takeOver(ImageFile file) {
        Optional<CatalogueEntry> entry = catalogue
                .named(file.imageName())
                .filter(named -> named.image().state() == ImageState.READY && named.isOf(file))
                .filter(named -> !copies.any(named.image().id()));
        entry.ifPresent(named -> copies.put(holder, Copy.of(file, named.image().id())));
        return entry.isPresent();
    }

    /** Reads a file. What has its name is shown as IMPORTING meanwhile, unless others have a copy. */
    private CatalogueEntry read(ImageFile file) {
        Optional<CatalogueEntry> before = catalogue.named(file.imageName());
        if (before.isEmpty()) {
            CatalogueEntry fresh = CatalogueEntry.reading(ids.generate(), file, catalogue.now());
            catalogue.put(fresh);
            return read(file, fresh);
        }
        Image image = before.get().image();
        if (!othersHave(file, image.id())) {
            catalogue.put(before.get().importing());
        }
        return read(file, CatalogueEntry.reading(image.id(), file, image.createdAt()));
    }

    private boolean othersHave(ImageFile file, UUID image) {
        return copies.elsewhere(image, holder, file.path().toString());
    }

    /** Answers which image the file is. */
    private UUID enter(ImageFile file, CatalogueEntry read) {
        String sha256 = read.image().sha256();
        UUID id = sha256 == null ? enterUnusable(file, read) : enter(file, read, sha256);
        if (sha256 != null) {
            copies.put(holder, Copy.of(file, id));
        }
        return id;
    }

    private UUID enterUnusable(ImageFile file, CatalogueEntry read) {
        copies.remove(holder, file.path().toString());
        if (!othersHave(file, read.image().id())) {
            catalogue.put(catalogue.entry(read.image().id()).orElse(read).failed());
        }
        return read.image().id();
    }

    /** The same content under the same name is the same image. */
    private UUID enter(ImageFile file, CatalogueEntry read, String sha256) {
        CatalogueEntry named = catalogue.named(file.imageName()).orElse(null);
        if (named != null && !named.mayHave(sha256)) {
            return enterOther(file, read, sha256, named.image());
        }
        UUID id = named == null ? ids.generate() : named.image().id();
        if (!othersHave(file, id)) {
            catalogue.put(read.as(id, file.imageName(), read.image().createdAt()));
            LOG.info("Image {} is {}.", file.imageName(), read.image().state());
        }
        return id;
    }

    /** Other content is another image. The name stays with the former one while others have that, and goes over else. */
    private UUID enterOther(ImageFile file, CatalogueEntry read, String sha256, Image former) {
        String apart = CatalogueEntry.nameApart(file.imageName(), sha256);
        Optional<Image> known = catalogue.named(apart).map(CatalogueEntry::image);
        UUID id = known.map(Image::id).orElseGet(ids::generate);
        boolean stays = othersHave(file, former.id());
        if (!stays) {
            giveUpName(former);
        }
        String name = stays ? apart : file.imageName();
        catalogue.put(read.as(id, name, known.map(Image::createdAt).orElseGet(catalogue::now)));
        LOG.info(
                "Image file {} has other content than before, or than other nodes, and is image {}.",
                file.path(),
                name);
        return id;
    }

    private void giveUpName(Image former) {
        catalogue
                .entry(former.id())
                .ifPresent(entry -> catalogue.put(
                        entry.named(CatalogueEntry.nameApart(former.name(), String.valueOf(former.sha256())))));
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

    /** Copies that are gone are taken back, and images with them of which there is no other copy. */
    private void forgetOthers(Set<String> paths) {
        for (Copy copy : copies.of(holder)) {
            if (!paths.contains(copy.path()) && !copy.path().equals(ImageFolder.NOTHING)) {
                withdraw(copy.path(), copy.imageId());
            }
        }
        copies.nowhere().forEach(this::forget);
        List<UUID> again = List.copyOf(unsure);
        unsure.clear();
        again.forEach(this::forgetUnlessAnywhere);
    }

    private void withdraw(String path, UUID image) {
        copies.exclusively(() -> {
            copies.remove(holder, path);
            forgetUnlessAnywhere(image);
        });
    }

    private void forgetUnlessAnywhere(UUID image) {
        copies.exclusively(() -> {
            if (!copies.any(image)) {
                forget(image);
            }
        });
    }

    /** An image without a copy goes; one that VMs are made of stays as FAILED. */
    private void forget(UUID image) {
        Use use = uses.apply(image);
        if (use == Use.NONE) {
            catalogue.remove(image);
            return;
        }
        if (use == Use.UNKNOWN) {
            unsure.add(image);
        }
        catalogue
                .entry(image)
                .filter(entry -> entry.image().state() != ImageState.FAILED)
                .ifPresent(entry -> {
                    LOG.warn(
                            "There is no file of image {} any more.",
                            entry.image().name());
                    catalogue.put(entry.failed());
                });
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
        } else if (!present.isEmpty() && simulated != null) {
            withdraw(ImageFolder.NOTHING, simulated.image().id());
        }
    }

    private void keepSimulated(@Nullable CatalogueEntry there) throws IOException {
        DiskHeader header = folder.makeNothing();
        ImageFile none =
                new ImageFile(Path.of(ImageFolder.NOTHING), "tiny", "1", header.virtualSizeBytes(), Instant.EPOCH);
        UUID id = there == null ? ids.generate() : there.image().id();
        if (there == null) {
            catalogue.put(CatalogueEntry.reading(id, none, catalogue.now()).ready(header, folder.checksumOfNothing()));
        } else if (there.image().state() != ImageState.READY) {
            catalogue.put(there.ready(header, folder.checksumOfNothing()));
        }
        if (copies.find(holder, ImageFolder.NOTHING).isEmpty()) {
            copies.put(holder, Copy.of(none, id));
        }
    }
}

package io.obox.image.internal.catalogue;

import io.obox.image.Image;
import io.obox.image.ImageFormat;
import io.obox.image.ImageState;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An image as the catalogue keeps it.
 *
 * @param fileModifiedAt time of its file when it was last read, or null if none was
 */
record CatalogueEntry(Image image, @Nullable Instant fileModifiedAt) {
    private static final int CONTENT_DIGITS = 8;
    private static final String ARCH = System.getProperty("os.arch", "").replace("amd64", "x86_64");

    /** The entry of a file that is about to be read. */
    static CatalogueEntry reading(UUID id, ImageFile file, Instant createdAt) {
        return new CatalogueEntry(
                new ImageDocument(
                        id,
                        file.imageName(),
                        file.os(),
                        file.version(),
                        ARCH,
                        ImageFormat.RAW,
                        0,
                        file.size(),
                        null,
                        file.defaultUser(),
                        ImageState.IMPORTING,
                        file.path().toString(),
                        createdAt.truncatedTo(ChronoUnit.MICROS)),
                file.modifiedAt());
    }

    /** Whether this is what was read of the file as it is now. */
    boolean isOf(ImageFile file) {
        return image.state() != ImageState.IMPORTING
                && image.source().equals(file.path().toString())
                && image.sizeBytes() == file.size()
                && file.modifiedAt().equals(fileModifiedAt);
    }

    /** Whether there is no file behind it, because simulated hosts need none. */
    boolean simulated() {
        return image.source().equals(ImageFolder.NOTHING);
    }

    /** The same under another name. */
    CatalogueEntry named(String name) {
        return as(image.id(), name, image.createdAt());
    }

    /** The same as another image. */
    CatalogueEntry as(UUID id, String name, Instant createdAt) {
        return new CatalogueEntry(
                new ImageDocument(
                        id,
                        name,
                        image.os(),
                        image.version(),
                        image.arch(),
                        image.format(),
                        image.virtualSizeBytes(),
                        image.sizeBytes(),
                        image.sha256(),
                        image.defaultUser(),
                        image.state(),
                        image.source(),
                        createdAt.truncatedTo(ChronoUnit.MICROS)),
                fileModifiedAt);
    }

    /** The same while its file is read again, which may have other content by now. */
    CatalogueEntry importing() {
        return with(image.format(), image.virtualSizeBytes(), image.sha256(), ImageState.IMPORTING);
    }

    /** Whether this is its content, as far as it is known what that is. */
    boolean mayHave(String sha256) {
        return image.sha256() == null || image.sha256().equals(sha256);
    }

    /** What content is called while other content has its name. */
    static String nameApart(String name, String sha256) {
        return name + '-' + sha256.substring(0, Math.min(CONTENT_DIGITS, sha256.length()));
    }

    /** Whether its content is gone and its name another's. */
    boolean isReplaced() {
        String sha256 = image.sha256();
        return image.state() == ImageState.FAILED
                && sha256 != null
                && image.name().endsWith(nameApart("", sha256));
    }

    CatalogueEntry ready(DiskHeader header, String checksum) {
        return with(header.format(), header.virtualSizeBytes(), checksum, ImageState.READY);
    }

    /** Not to be used. What its content was stays known: other content would be another image. */
    CatalogueEntry failed() {
        return with(image.format(), image.virtualSizeBytes(), image.sha256(), ImageState.FAILED);
    }

    private CatalogueEntry with(ImageFormat format, long virtualSize, @Nullable String checksum, ImageState state) {
        return new CatalogueEntry(
                new ImageDocument(
                        image.id(),
                        image.name(),
                        image.os(),
                        image.version(),
                        image.arch(),
                        format,
                        virtualSize,
                        image.sizeBytes(),
                        checksum,
                        image.defaultUser(),
                        state,
                        image.source(),
                        image.createdAt()),
                fileModifiedAt);
    }
}

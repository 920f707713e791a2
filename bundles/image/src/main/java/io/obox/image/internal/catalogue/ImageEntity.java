package io.obox.image.internal.catalogue;

import io.obox.image.Image;
import io.obox.image.ImageFormat;
import io.obox.image.ImageState;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code image}. */
@Entity
@Table(name = "image")
public class ImageEntity {
    @Id
    private UUID id;

    private String name;

    private String os;

    @Column(name = "os_version")
    private String osVersion;

    private String arch;

    @Enumerated(EnumType.STRING)
    private ImageFormat format;

    @Column(name = "virtual_size_bytes")
    private long virtualSizeBytes;

    @Column(name = "size_bytes")
    private long sizeBytes;

    private @Nullable String sha256;

    @Column(name = "default_user")
    private String defaultUser;

    @Enumerated(EnumType.STRING)
    private ImageState state;

    private String source;

    @Column(name = "file_modified_at")
    private @Nullable Instant fileModifiedAt;

    @Column(name = "created_at")
    private Instant createdAt;

    /** For JPA. */
    protected ImageEntity() {}

    static ImageEntity of(CatalogueEntry entry) {
        ImageEntity entity = new ImageEntity();
        entity.id = entry.image().id();
        entity.createdAt = entry.image().createdAt();
        entity.change(entry);
        return entity;
    }

    void change(CatalogueEntry entry) {
        Image image = entry.image();
        name = image.name();
        os = image.os();
        osVersion = image.version();
        arch = image.arch();
        format = image.format();
        virtualSizeBytes = image.virtualSizeBytes();
        sizeBytes = image.sizeBytes();
        sha256 = image.sha256();
        defaultUser = image.defaultUser();
        state = image.state();
        source = image.source();
        fileModifiedAt = entry.fileModifiedAt();
    }

    CatalogueEntry toEntry() {
        return new CatalogueEntry(toImage(), fileModifiedAt);
    }

    Image toImage() {
        return new ImageDocument(
                id,
                name,
                os,
                osVersion,
                arch,
                format,
                virtualSizeBytes,
                sizeBytes,
                sha256,
                defaultUser,
                state,
                source,
                createdAt);
    }
}

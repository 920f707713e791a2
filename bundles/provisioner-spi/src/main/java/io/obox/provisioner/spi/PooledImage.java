package io.obox.provisioner.spi;

import java.util.UUID;

/** A copy of an image on a host. Immutable. */
public final class PooledImage {
    private record Found(UUID imageId, String sha256, long sizeBytes) {}

    private final Found found;

    private PooledImage(Found found) {
        this.found = found;
    }

    /**
     * A copy.
     *
     * @param imageId {@link BaseImage#id} of what was copied
     * @param sha256 {@link BaseImage#sha256} of what was copied, or its beginning if the host keeps no more than that
     * @param sizeBytes how many bytes of it the host has; 0 if the host can't tell
     */
    public static PooledImage of(UUID imageId, String sha256, long sizeBytes) {
        return new PooledImage(new Found(imageId, sha256, sizeBytes));
    }

    /** Which image of the catalogue was copied. */
    public UUID imageId() {
        return found.imageId;
    }

    /** Hexadecimal checksum of what was copied, or its beginning. */
    public String sha256() {
        return found.sha256;
    }

    /** How many bytes of it the host has: less than the image's size while it is being copied, 0 if the host can't tell. */
    public long sizeBytes() {
        return found.sizeBytes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PooledImage that && found.equals(that.found);
    }

    @Override
    public int hashCode() {
        return found.hashCode();
    }

    @Override
    public String toString() {
        return found.toString();
    }
}

package io.obox.image;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A cloud image.
 *
 * @param name unique name to show and to ask for, such as {@code tiny} or {@code debian-13}
 * @param os lower-case name of the system, such as {@code debian}
 * @param arch as the kernel names it, such as {@code x86_64}
 * @param virtualSizeBytes the size of the disk that a guest sees; 0 while unknown
 * @param sizeBytes the size of the file; 0 while there is none
 * @param sha256 hexadecimal checksum of the file, or null while unknown
 * @param defaultUser whom to log in as
 * @param source where it comes from: a URL or a file name, never a path of the machine
 */
public record Image(
        UUID id,
        String name,
        String os,
        String version,
        String arch,
        ImageFormat format,
        long virtualSizeBytes,
        long sizeBytes,
        @Nullable String sha256,
        String defaultUser,
        ImageState state,
        String source,
        Instant createdAt) {}

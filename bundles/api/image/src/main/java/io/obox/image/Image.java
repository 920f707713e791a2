package io.obox.image;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** A cloud image, as it was when it was asked for. Immutable. Jackson writes it as the document that REST answers with. */
@ProviderType
public interface Image {
    /** Its id. */
    UUID id();

    /** Unique name to show and to ask for, such as {@code tiny} or {@code debian-13}. */
    String name();

    /** Lower-case name of the system, such as {@code debian}. */
    String os();

    /** The system's version. */
    String version();

    /** As the kernel names it, such as {@code x86_64}. */
    String arch();

    /** How its file is laid out. */
    ImageFormat format();

    /** The size of the disk that a guest sees; 0 while unknown. */
    long virtualSizeBytes();

    /** The size of the file; 0 while there is none. */
    long sizeBytes();

    /** Hexadecimal checksum of the file, or null while unknown. */
    @Nullable
    String sha256();

    /** Whom to log in as. */
    String defaultUser();

    /** Whether VMs can be made from it. */
    ImageState state();

    /** Where it comes from: a URL or a file name, never a path of the machine. */
    String source();

    /** When it was first seen. */
    Instant createdAt();
}

package io.obox.provisioner.spi;

import io.obox.image.ImageFormat;
import java.nio.file.Path;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** The image that a guest's disk starts from. */
@ProviderType
public interface BaseImage {
    /** Which image of the catalogue it is. */
    UUID id();

    /** What people call it. */
    String name();

    /** How the file is laid out. */
    ImageFormat format();

    /**
     * Readable on the node that calls the provisioner; not necessarily on the host. It may be missing where the host was seen to have
     * the image in its {@link ImagePool}.
     */
    Path file();

    /** Size of the file, whether or not it is there. */
    long sizeBytes();

    /** Size of the disk that it describes. */
    long virtualSizeBytes();

    /** Hexadecimal checksum of the file; with the id it names the copy on the host. */
    String sha256();

    /** Whom SSH keys are installed for. */
    String defaultUser();
}

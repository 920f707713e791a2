package io.obox.provisioner.spi;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A {@link Provisioner} may implement this as well: its host keeps the images that it has been given. Of one that the host has
 * whole, a guest is made although {@link BaseImage#file} is not there.
 */
@ConsumerType
public interface ImagePool {
    /**
     * The images that the host keeps, and those that are being brought there. Cheap, because it is asked every few seconds.
     *
     * @throws ProvisionException {@code UNREACHABLE}
     */
    List<PooledImage> images() throws ProvisionException, InterruptedException;
}

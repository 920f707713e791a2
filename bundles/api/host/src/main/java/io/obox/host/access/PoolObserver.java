package io.obox.host.access;

import io.obox.provisioner.spi.PooledImage;
import java.util.Collection;
import java.util.UUID;
import org.osgi.annotation.versioning.ConsumerType;

/** A whiteboard service of whoever keeps account of images. It is told what each host keeps of them. */
@ConsumerType
public interface PoolObserver {
    /**
     * A host that this node watches has answered. Called every few seconds, one call at a time for a host.
     *
     * @param images all that the host has in its pool, whole or not
     */
    void seen(UUID host, Collection<PooledImage> images);
}

package io.obox.provisioner.libvirt.internal.storage;

import io.obox.image.ImageFormat;
import io.obox.provisioner.libvirt.internal.guest.GuestName;
import io.obox.provisioner.libvirt.internal.message.LibvirtMessage;
import io.obox.provisioner.spi.ProvisionException;
import io.obox.provisioner.spi.ProvisionException.Kind;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The volumes that belong to one guest: its disk and its seed. */
public final class GuestVolumes {
    private static final long GIB = 1L << 30;

    private final Pool pool;

    /** In that pool. */
    public GuestVolumes(Pool pool) {
        this.pool = pool;
    }

    /**
     * Has a disk of that size that builds on a base volume. One that is there is kept, with what a guest may have written to
     * it; one that was left half made names no base yet, and is made again.
     */
    public String disk(UUID vmId, int gib, String base, ImageFormat baseFormat)
            throws ProvisionException, InterruptedException {
        String name = GuestName.of(vmId) + ".qcow2";
        Optional<Volume> found = pool.find(name);
        if (found.isPresent()) {
            if (found.get().backing().equals(base)) {
                return found.get().path();
            }
            pool.delete(name);
        }
        return create(name, VolumeXml.overlay(name, gib * GIB, base, baseFormat))
                .path();
    }

    /** Writes the seed, in place of any that was left. */
    public String seed(UUID vmId, byte[] image) throws ProvisionException, InterruptedException {
        String name = GuestName.of(vmId) + "-seed.iso";
        pool.delete(name);
        Volume seed = create(name, VolumeXml.file(name, image.length));
        pool.upload(name, new ByteArrayInputStream(image), image.length, sent -> {});
        return seed.path();
    }

    private Volume create(String name, String xml) throws ProvisionException, InterruptedException {
        return pool.create(name, xml)
                .orElseThrow(() -> new ProvisionException(Kind.FAILED, LibvirtMessage.VOLUME_IN_USE.with(name)));
    }

    /** Whether there is any. */
    public boolean exist(UUID vmId) throws ProvisionException, InterruptedException {
        return !names(vmId).isEmpty();
    }

    /** Takes away all volumes of a guest. */
    public void delete(UUID vmId) throws ProvisionException, InterruptedException {
        for (String name : names(vmId)) {
            pool.delete(name);
        }
    }

    private List<String> names(UUID vmId) throws ProvisionException, InterruptedException {
        return pool.names().stream()
                .filter(name -> name.startsWith(GuestName.of(vmId)))
                .toList();
    }
}

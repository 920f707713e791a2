package io.obox.provisioner.libvirt.internal;

import io.obox.image.ImageFormat;
import io.obox.provisioner.libvirt.internal.guest.GuestName;
import io.obox.provisioner.spi.BaseImage;
import io.obox.provisioner.spi.Target;
import io.obox.provisioner.tck.Outside;
import io.obox.provisioner.tck.TestImage;
import io.obox.provisioner.tck.TestTarget;
import io.obox.vm.Disk;
import io.obox.vm.VmSpec;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.libvirt.Connect;
import org.libvirt.Domain;
import org.libvirt.Error.ErrorNumber;
import org.libvirt.LibvirtException;
import org.libvirt.StorageVol;

/** A hypervisor as its own tools see it, through a second connection. */
record Ground(Connect connect, String pool, String domainType) implements Outside {
    static final int DISK_GIB = 2;

    static Target target(UUID vmId, String name, BaseImage image, List<String> keys) {
        VmSpec spec = VmSpec.builder(image.id(), 1, 192, Disk.of(DISK_GIB))
                .sshKeys(keys)
                .build();
        return new TestTarget(vmId, name, spec, image);
    }

    static BaseImage image(java.nio.file.Path file, long size) {
        return new TestImage(UUID.randomUUID(), "tiny", ImageFormat.QCOW2, file, size, "ab".repeat(32), "root");
    }

    @Override
    public void stop(UUID vmId) throws LibvirtException {
        connect.domainLookupByUUID(vmId).destroy();
    }

    @Override
    public void undefine(UUID vmId) throws LibvirtException {
        Domain domain = connect.domainLookupByUUID(vmId);
        if (domain.isActive() > 0) {
            domain.destroy();
        }
        domain.undefine();
    }

    @Override
    public Set<String> traces(UUID vmId) throws LibvirtException {
        Set<String> traces = new HashSet<>();
        try {
            traces.add(connect.domainLookupByUUID(vmId).getName());
        } catch (LibvirtException e) {
            if (e.getError().getCode() != ErrorNumber.VIR_ERR_NO_DOMAIN) {
                throw e;
            }
        }
        try {
            for (String volume : connect.storagePoolLookupByName(pool).listVolumes()) {
                if (volume.contains(vmId.toString())) {
                    traces.add(volume);
                }
            }
        } catch (LibvirtException e) {
            if (e.getError().getCode() != ErrorNumber.VIR_ERR_NO_STORAGE_POOL) {
                throw e;
            }
        }
        return traces;
    }

    @Override
    public Made made(UUID vmId) throws LibvirtException {
        Domain domain = connect.domainLookupByUUID(vmId);
        StorageVol disk = connect.storagePoolLookupByName(pool).storageVolLookupByName(GuestName.of(vmId) + ".qcow2");
        return new Made(
                domain.getInfo().nrVirtCpu,
                domain.getMaxMemory() >> 10,
                disk.getInfo().capacity >> 30,
                domain.getAutostart());
    }

    /** It has the name of a guest of OBox, but not its mark. */
    @Override
    public ForeignGuest foreignGuest() throws LibvirtException {
        UUID id = UUID.randomUUID();
        Domain domain = connect.domainDefineXML("<domain type='" + domainType + "'><name>" + GuestName.of(id)
                + "</name><title>" + pool + "</title><uuid>" + id
                + "</uuid><memory unit='MiB'>64</memory><os><type>hvm</type></os></domain>");
        return new ForeignGuest(id, domain::undefine);
    }
}

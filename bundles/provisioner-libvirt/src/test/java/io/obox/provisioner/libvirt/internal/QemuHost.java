package io.obox.provisioner.libvirt.internal;

import io.obox.libvirt.EventLoop;
import io.obox.provisioner.libvirt.internal.guest.Acceleration;
import io.obox.provisioner.spi.BaseImage;
import java.time.Duration;
import java.util.UUID;
import org.libvirt.Connect;
import org.libvirt.LibvirtException;
import org.libvirt.StoragePool;

/** The QEMU of this machine with a storage pool for one test class, which is taken away at the end. */
final class QemuHost implements AutoCloseable {
    private static final long TINY_SIZE = 48L << 20;

    private final EventLoop loop = new EventLoop();
    private final String pool =
            Libvirt.POOL + "-" + UUID.randomUUID().toString().substring(0, 8);
    private final Connect connect = new Connect(Libvirt.SYSTEM);
    private final BaseImage image = Ground.image(Libvirt.tinyImage(), TINY_SIZE);

    QemuHost() throws LibvirtException {}

    LibvirtHost open(String uri) {
        return new LibvirtHost(
                loop,
                uri,
                Acceleration.of("auto", true),
                pool,
                "/var/lib/libvirt/images/" + pool,
                new Patience(Duration.ofMinutes(3), Duration.ofSeconds(60), Duration.ofSeconds(3)));
    }

    Ground ground() {
        return new Ground(connect, pool, "qemu");
    }

    BaseImage image() {
        return image;
    }

    @Override
    public void close() throws LibvirtException {
        StoragePool made = connect.storagePoolLookupByName(pool);
        for (String volume : made.listVolumes()) {
            made.storageVolLookupByName(volume).delete(0);
        }
        made.destroy();
        made.delete(0);
        made.undefine();
        connect.close();
        loop.stop();
    }
}

package io.obox.provisioner.libvirt.internal;

import io.obox.libvirt.EventLoop;
import io.obox.provisioner.libvirt.internal.guest.Acceleration;
import io.obox.provisioner.spi.BaseImage;
import io.obox.provisioner.spi.Target;
import io.obox.provisioner.tck.TestTarget;
import io.obox.vm.NetworkInterface;
import io.obox.vm.VmSpec;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.libvirt.Connect;
import org.libvirt.LibvirtException;
import org.libvirt.Network;
import org.libvirt.StoragePool;

/** The QEMU of this machine with a storage pool and a network for one test class, which are taken away at the end. */
final class QemuHost implements AutoCloseable {
    private static final long TINY_SIZE = 48L << 20;

    private final EventLoop loop = new EventLoop();
    private final String pool =
            Libvirt.POOL + "-" + UUID.randomUUID().toString().substring(0, 8);
    private final Connect connect = new Connect(Libvirt.SYSTEM);
    private final BaseImage image = Ground.image(Libvirt.tinyImage(), TINY_SIZE);
    private final Network network;

    QemuHost() throws LibvirtException {
        network = connect.networkCreateXML(networkXml(pool));
    }

    /**
     * As libvirt's default network, but apart from others, and a guest has its address at once: nobody asks for three seconds
     * whether it is taken. Its addresses are those of RFC 2544, for tests.
     */
    private static String networkXml(String name) {
        String subnet = "198.18." + Math.floorMod(name.hashCode(), 256);
        return "<network xmlns:dnsmasq='http://libvirt.org/schemas/network/dnsmasq/1.0'><name>" + name + "</name>"
                + "<ip address='" + subnet + ".1' netmask='255.255.255.0'><dhcp>"
                + "<range start='" + subnet + ".2' end='" + subnet + ".254'/></dhcp></ip>"
                + "<dnsmasq:options><dnsmasq:option value='no-ping'/></dnsmasq:options></network>";
    }

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

    Target target(UUID vmId, String name, List<String> keys) {
        VmSpec spec = Ground.target(vmId, name, image, keys).spec();
        NetworkInterface own = NetworkInterface.in(pool);
        return new TestTarget(
                vmId, name, spec.toBuilder().interfaces(List.of(own)).build(), image);
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
        network.destroy();
        connect.close();
        loop.stop();
    }
}

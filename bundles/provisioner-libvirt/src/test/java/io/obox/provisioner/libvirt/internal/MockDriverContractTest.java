package io.obox.provisioner.libvirt.internal;

import io.obox.libvirt.EventLoop;
import io.obox.provisioner.libvirt.internal.guest.Acceleration;
import io.obox.provisioner.spi.BaseImage;
import io.obox.provisioner.spi.Provisioner;
import io.obox.provisioner.spi.Target;
import io.obox.provisioner.tck.Outside;
import io.obox.provisioner.tck.ProvisionerContract;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.libvirt.Connect;
import org.libvirt.LibvirtException;

/** The contract on libvirt's own mock of a hypervisor, which wants no QEMU. */
class MockDriverContractTest extends ProvisionerContract {
    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(20), Duration.ofSeconds(20));

    @TempDir
    static Path folder;

    private static EventLoop loop;
    private static LibvirtHost host;
    private static LibvirtHost away;
    private static Ground ground;
    private static BaseImage image;

    @BeforeAll
    static void open() throws LibvirtException, IOException {
        Libvirt.assumeInstalled();
        loop = new EventLoop();
        host = host("test:///default");
        away = host("qemu+unix:///system?socket=/nonexistent/libvirt-sock");
        ground = new Ground(new Connect("test:///default"), "obox-mock", "test");
        byte[] head = ByteBuffer.allocate(512).putInt(0x514649fb).putInt(3).array();
        image = Ground.image(Files.write(folder.resolve("image.qcow2"), head), 1 << 20);
    }

    private static LibvirtHost host(String uri) {
        return new LibvirtHost(loop, uri, Acceleration.QEMU, "obox-mock", "/obox-mock", PATIENCE);
    }

    @AfterAll
    static void close() throws LibvirtException {
        if (loop != null) {
            away.close();
            host.close();
            ground.connect().close();
            loop.stop();
        }
    }

    @Override
    protected Provisioner provisioner() {
        return host;
    }

    @Override
    protected Provisioner unreachableHost() {
        return away;
    }

    @Override
    protected Target target(UUID vmId, String name) {
        return Ground.target(vmId, name, image, List.of());
    }

    @Override
    protected Outside outside() {
        return ground;
    }

    @Override
    protected boolean hintsOfChanges() {
        return true;
    }

    /** It keeps no content. */
    @Override
    protected boolean poolTellsSizes() {
        return false;
    }
}

package io.obox.provisioner.libvirt.internal;

import io.obox.provisioner.spi.Provisioner;
import io.obox.provisioner.spi.Target;
import io.obox.provisioner.tck.Outside;
import io.obox.provisioner.tck.ProvisionerContract;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.libvirt.LibvirtException;

/** The contract on QEMU, with guests that boot. */
@Tag("qemu")
class QemuContractTest extends ProvisionerContract {
    private static QemuHost qemu;
    private static LibvirtHost host;
    private static LibvirtHost away;

    @BeforeAll
    static void open() throws LibvirtException {
        Libvirt.assumeQemu();
        qemu = new QemuHost();
        host = qemu.open(Libvirt.SYSTEM);
        away = qemu.open("qemu+unix:///system?socket=/nonexistent/libvirt-sock");
    }

    @AfterAll
    static void close() throws LibvirtException {
        if (qemu != null) {
            away.close();
            host.close();
            qemu.close();
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
        return qemu.target(vmId, name, List.of());
    }

    @Override
    protected Outside outside() {
        return qemu.ground();
    }

    @Override
    protected Duration patience() {
        return Duration.ofMinutes(3);
    }

    @Override
    protected boolean hintsOfChanges() {
        return true;
    }

    @Override
    protected int parallelGuests() {
        return 2;
    }
}

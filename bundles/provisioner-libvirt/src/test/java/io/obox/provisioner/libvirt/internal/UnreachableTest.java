package io.obox.provisioner.libvirt.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.obox.libvirt.EventLoop;
import io.obox.provisioner.libvirt.internal.guest.Acceleration;
import io.obox.provisioner.spi.ProvisionException;
import io.obox.provisioner.spi.ProvisionException.Kind;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.libvirt.LibvirtException;

/** What is said of a host that is not there. */
class UnreachableTest {
    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(60), Duration.ofSeconds(60));

    private final EventLoop loop = new EventLoop();

    @BeforeEach
    void needLibvirt() {
        Libvirt.assumeInstalled();
    }

    @AfterEach
    void stop() throws LibvirtException {
        loop.stop();
    }

    @Test
    void itsAddressIsNotTold() throws Exception {
        String uri = "qemu+unix:///system?socket=/nowhere/north.example.org";
        try (LibvirtHost host = new LibvirtHost(loop, uri, Acceleration.QEMU, Libvirt.POOL, "/nowhere", PATIENCE)) {
            ProvisionException fault = catchThrowableOfType(ProvisionException.class, host::observeAll);

            assertThat(fault.kind()).isEqualTo(Kind.UNREACHABLE);
            assertThat(fault.getMessage()).doesNotContain("north");
        }
    }
}

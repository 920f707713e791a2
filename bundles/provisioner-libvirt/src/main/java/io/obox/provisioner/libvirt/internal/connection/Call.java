package io.obox.provisioner.libvirt.internal.connection;

import io.obox.provisioner.spi.ProvisionException;
import org.libvirt.LibvirtException;

/** Work on an open connection; runs on a thread of the connection, and may run on after its caller stopped waiting. */
@FunctionalInterface
public interface Call<T> {
    /** Does it. */
    T on(Hypervisor hypervisor) throws LibvirtException, ProvisionException;
}

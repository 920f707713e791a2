package io.obox.host;

import java.util.Set;
import java.util.UUID;

/**
 * A hypervisor host.
 *
 * @param uri how the hypervisor is reached, such as {@code qemu:///system}; without credentials
 * @param backend name of the provisioner: {@code libvirt}, {@code simulated}
 * @param total what it has
 * @param used what VMs have been promised of it
 * @param capabilities abilities beyond creating and destroying, in lower case
 * @param accelerated true if guests run on the processor's virtualization, false if they are emulated
 * @param vms how many VMs are placed there
 */
public record Host(
        UUID id,
        String name,
        String uri,
        String backend,
        HostState state,
        Capacity total,
        Capacity used,
        Set<String> capabilities,
        boolean accelerated,
        int vms,
        long version) {
    /** Copies the set. */
    public Host {
        capabilities = Set.copyOf(capabilities);
    }
}

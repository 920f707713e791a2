package io.obox.host;

import io.obox.version.Versioned;
import java.util.Set;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** A hypervisor host, as it was when it was asked for. Immutable. Jackson writes it as the document that REST answers with. */
@ProviderType
public interface Host extends Versioned {
    /** Its id. */
    UUID id();

    /** What people call it. */
    String name();

    /**
     * How the hypervisor is reached, such as {@code qemu:///system}; without credentials. Empty for a caller who is no
     * administrator.
     */
    String uri();

    /** Name of the provisioner: {@code libvirt}, {@code simulated}. */
    String backend();

    /** Whether it can be reached. */
    HostState state();

    /** What it has. */
    Capacity total();

    /** What VMs have been promised of it. */
    Capacity used();

    /** Abilities beyond creating and destroying, in lower case. */
    Set<String> capabilities();

    /** True if guests run on the processor's virtualization, false if they are emulated. */
    boolean accelerated();

    /** How many VMs are placed there. */
    int vms();
}

package io.obox.provisioner.libvirt.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** One host that is reached through libvirt. */
@ObjectClassDefinition(
        factoryPid = "io.obox.provisioner.libvirt",
        name = "OBox libvirt host",
        description = "A host that runs guests with QEMU or KVM.")
@interface HostSettings {
    /** Name of the host; without one there is none. */
    @AttributeDefinition(name = "Name of the host, unique among all hosts")
    String name() default "";

    /** Where libvirt is. */
    @AttributeDefinition(
            name = "libvirt's address",
            description = "qemu:///system, or qemu+ssh://… and qemu+tls://… for another machine")
    String uri() default "qemu:///system";

    /** Storage pool. */
    @AttributeDefinition(name = "Name of the storage pool, which is made if it is missing")
    String pool() default "obox";

    /** Where a missing pool is made. */
    @AttributeDefinition(
            name = "Folder on the host for a pool that is made; QEMU must be able to reach it",
            description = "without one, the folder of the pool's name below /var/lib/libvirt/images")
    String poolPath() default "";

    /** Acceleration. */
    @AttributeDefinition(
            name = "Acceleration",
            description = "auto uses KVM where the processor has it; kvm and qemu (emulation) decide")
    String acceleration() default "auto";

    /** Patience with a booting guest. */
    @AttributeDefinition(name = "Seconds that a guest may take from its start to its address")
    int readySeconds() default 600;

    /** Patience with a guest that shuts down. */
    @AttributeDefinition(name = "Seconds that a guest may take to shut down when asked")
    int shutdownSeconds() default 120;
}

package io.obox.auth.internal.quota;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What each user may have, under the PID {@link #PID}. A change counts for what is asked for from then on. */
@ObjectClassDefinition(pid = QuotaSettings.PID, name = "Quotas")
public @interface QuotaSettings {
    /** The settings' PID. */
    String PID = "io.obox.quotas";

    /** Virtual machines. */
    @AttributeDefinition(name = "VMs", description = "Virtual machines of each user", min = "0")
    long vms() default 1_000;

    /** Processors of all of them. */
    @AttributeDefinition(name = "Processors", description = "Processors of all VMs of each user", min = "0")
    long vcpus() default 4_000;

    /** Memory of all of them. */
    @AttributeDefinition(name = "Memory", description = "Memory of all VMs of each user, in MiB", min = "0")
    long memoryMib() default 8_388_608;

    /** Disks of all of them. */
    @AttributeDefinition(name = "Disk", description = "Disks of all VMs of each user, in GiB", min = "0")
    long diskGib() default 100_000;
}

package io.obox.provisioner.simulated.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** One simulated host. */
@ObjectClassDefinition(
        factoryPid = "io.obox.provisioner.simulated",
        name = "OBox simulated host",
        description = "A host that only pretends to run guests.")
@interface Settings {
    /** Name of the host, unique among all hosts. */
    @AttributeDefinition(name = "Name of the host")
    String name() default "";

    /** Processors. */
    @AttributeDefinition(name = "Processors; a guest can't have more")
    int cpus() default 4096;

    /** Memory in MiB. */
    @AttributeDefinition(name = "Memory in MiB, which all guests together can't exceed")
    long memoryMib() default 16_777_216;

    /** Storage in GiB. */
    @AttributeDefinition(name = "Storage in GiB, which all guests together can't exceed")
    long storageGib() default 1_048_576;

    /** Duration of making a guest. */
    @AttributeDefinition(name = "Milliseconds that it takes to make a guest's disk")
    long createMillis() default 1000;

    /** Duration of a boot. */
    @AttributeDefinition(name = "Milliseconds from power-on to the guest's address")
    long bootMillis() default 2000;

    /** Duration of a change of power. */
    @AttributeDefinition(name = "Milliseconds that a change of power takes")
    long powerMillis() default 500;

    /** Variation of all durations. */
    @AttributeDefinition(name = "Percent by which each duration varies at random")
    int jitterPercent() default 20;

    /** Faults that happen. */
    @AttributeDefinition(
            name = "Faults",
            description = "Comma-separated operation=kind[:probability]. Operations: create, power, destroy, observe,"
                    + " capabilities, or * for all. Kinds: fail, unreachable, capacity, rejected, not_found.")
    String faults() default "";

    /** The data folder; that of the platform if empty. */
    @AttributeDefinition(name = "Data folder; empty for the platform's own")
    String data() default "";
}

package io.obox.vm.internal.vms;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the bin. */
@ObjectClassDefinition(pid = BinSettings.PID, name = "Bin")
public @interface BinSettings {
    /** Where the settings are configured. */
    String PID = "io.obox.vm.bin";

    /** How long deleted VMs stay. */
    @AttributeDefinition(
            name = "Days in the bin",
            description =
                    "For how many days deleted VMs stay; 0 for taking them away at once. What is there keeps its days",
            min = "0",
            max = "36500")
    int days() default 7;
}

package io.obox.vm.internal.vms;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the bin. */
@ObjectClassDefinition(pid = BinSettings.PID, name = "OBox bin")
public @interface BinSettings {
    /** Where the settings are configured. */
    String PID = "io.obox.vm.bin";

    /** How long deleted VMs stay. */
    @AttributeDefinition(name = "For how many days deleted VMs stay in the bin; 0 for taking them away at once")
    int days() default 7;
}

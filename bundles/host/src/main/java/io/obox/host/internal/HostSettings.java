package io.obox.host.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of hosts. */
@ObjectClassDefinition(pid = HostSettings.PID, name = "OBox hosts")
public @interface HostSettings {
    /** Where the settings are configured. */
    String PID = "io.obox.host";

    /** Where they were configured in OBox 0.1.0; what is found there still counts. */
    String FORMER_PID = "io.obox.vm";

    /** The name of this node. */
    @AttributeDefinition(name = "Name of this node; empty for the name of its machine")
    String node() default "";

    /** Whether this node reaches hosts: one that runs no jobs can do nothing there. */
    @AttributeDefinition(name = "Whether this node reaches hosts and looks at them; not on a node that runs no jobs")
    boolean reach() default true;

    /** How many vCPUs are promised per processor. */
    @AttributeDefinition(name = "vCPUs that are promised to VMs per processor of a host")
    int vcpusPerCpu() default 16;
}

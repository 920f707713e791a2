package io.obox.shell.internal.ssh;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What can be set of the SSH door, under the PID {@link #PID}. */
@ObjectClassDefinition(name = "OBox shell")
public @interface ShellSettings {
    /** The settings' PID. */
    String PID = "io.obox.shell";

    /** The address that it listens on. */
    @AttributeDefinition(name = "Address", description = "The address to listen on")
    String host() default "127.0.0.1";

    /** The port that it listens on; 0 for a free one. */
    @AttributeDefinition(name = "Port", description = "The port to listen on; 0 for any that is free")
    int port() default 0;

    /** The data folder; empty for the platform's own. */
    @AttributeDefinition(name = "Data folder", description = "Empty for the folder of the platform")
    String data() default "";
}

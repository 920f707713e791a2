package io.obox.auth.internal.registration;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Whether and for whom people can make accounts of their own. */
@ObjectClassDefinition(pid = RegistrationSettings.PID, name = "Registration")
public @interface RegistrationSettings {
    /** Where the settings are configured. */
    String PID = "io.obox.auth.registration";

    /** Whether anybody can register. */
    @AttributeDefinition(name = "Open registration", description = "Whether people can register by themselves")
    boolean open() default false;

    /** Of which domains addresses must be, with commas between them; empty for any. */
    @AttributeDefinition(
            name = "Domains",
            description = "Domains of the addresses that may register, with commas between them; empty for any")
    String domains() default "";
}

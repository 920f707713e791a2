package io.obox.auth.internal.factor;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Who needs a second factor. */
@ObjectClassDefinition(pid = SecondFactorSettings.PID, name = "OBox second factor")
public @interface SecondFactorSettings {
    /** Where the settings are configured. */
    String PID = "io.obox.auth.secondfactor";

    /** Whether administrators can do nothing but set up a second factor until they have one. */
    @AttributeDefinition(
            name = "Needed by administrators",
            description = "Until they have set one up, administrators can do nothing else")
    boolean requiredForAdmins() default false;
}

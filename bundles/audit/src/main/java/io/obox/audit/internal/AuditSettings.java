package io.obox.audit.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the audit log. */
@ObjectClassDefinition(pid = AuditSettings.PID, name = "Audit log")
public @interface AuditSettings {
    /** Where the settings are configured. */
    String PID = "io.obox.audit";

    /** How long records are kept. */
    @AttributeDefinition(
            name = "Days of records",
            description = "For how many days records are kept; 0 for ever",
            min = "0",
            max = "36500")
    int keepDays() default 365;
}

package io.obox.auth.internal.session;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What ends sessions that are used. A change counts for those that are opened from then on. */
@ObjectClassDefinition(pid = SessionSettings.PID, name = "Sessions")
public @interface SessionSettings {
    /** Where the settings are configured. */
    String PID = "io.obox.auth.sessions";

    /** How long a session lives at most, however much it is used. */
    @AttributeDefinition(
            name = "Days of a session",
            description = "After which people log in again, however much it is used",
            min = "1",
            max = "3650")
    int sessionDays() default 90;

    /** How many sessions an account has at most. */
    @AttributeDefinition(
            name = "Sessions of a user",
            description = "One more ends the one that was not used longest",
            min = "1",
            max = "10000")
    int sessionsPerUser() default 100;
}

package io.obox.auth.internal.password;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** How long passwords are that are chosen from now on: never shorter than what is good for all. */
@ObjectClassDefinition(pid = PasswordSettings.PID, name = "Passwords")
public @interface PasswordSettings {
    /** Where the settings are configured. */
    String PID = "io.obox.auth.passwords";

    /** Fewest characters. */
    @AttributeDefinition(
            name = "Characters",
            description = "How many a new password has at least",
            min = "" + PasswordRules.MIN_LENGTH,
            max = "64")
    int minLength() default PasswordRules.MIN_LENGTH;

    /** Fewest characters for administrators. */
    @AttributeDefinition(
            name = "Characters for administrators",
            description = "How many a new password of an administrator has at least",
            min = "" + PasswordRules.MIN_ADMIN_LENGTH,
            max = "64")
    int minAdminLength() default PasswordRules.MIN_ADMIN_LENGTH;
}

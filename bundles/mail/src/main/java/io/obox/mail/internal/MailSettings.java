package io.obox.mail.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of mails. */
@ObjectClassDefinition(pid = MailSettings.PID, name = "OBox mail")
public @interface MailSettings {
    /** Where the settings are configured. */
    String PID = "io.obox.mail";

    /** Where links in mails lead. */
    @AttributeDefinition(
            name = "Address of OBox in mails",
            description = "Where the links in mails lead, such as https://obox.example.org.")
    String publicUrl() default "http://localhost:8080";

    /** When mails that have been sent are forgotten. */
    @AttributeDefinition(name = "Days after which mails that have been sent are deleted; 0 for never")
    int keepDays() default 30;

    /** When mails that have not been sent are forgotten, with what is in them. */
    @AttributeDefinition(name = "Days after which mails in the outbox and dead ones are deleted; 0 for never")
    int keepUnsentDays() default 30;
}

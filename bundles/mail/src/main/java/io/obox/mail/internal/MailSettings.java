package io.obox.mail.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of mails. */
@ObjectClassDefinition(pid = MailSettings.PID, name = "Mail")
public @interface MailSettings {
    /** Where the settings are configured. */
    String PID = "io.obox.mail";

    /** Where links in mails lead. */
    @AttributeDefinition(
            name = "Address of OBox in mails",
            description = "Where the links in mails lead, such as https://obox.example.org.")
    String publicUrl() default "http://localhost:8080";

    /** When mails that have been sent are forgotten. */
    @AttributeDefinition(name = "Days that sent mails are kept", description = "0 for ever", min = "0", max = "36500")
    int keepDays() default 30;

    /** When mails that have not been sent are forgotten, with what is in them. */
    @AttributeDefinition(
            name = "Days that unsent mails are kept",
            description = "Those in the outbox and dead ones; 0 for ever",
            min = "0",
            max = "36500")
    int keepUnsentDays() default 30;
}

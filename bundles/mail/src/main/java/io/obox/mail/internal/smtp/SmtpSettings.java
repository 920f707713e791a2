package io.obox.mail.internal.smtp;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** Settings of the way to a mail server. */
@ObjectClassDefinition(pid = SmtpSettings.PID, name = "Mail server")
public @interface SmtpSettings {
    /** Where the settings are configured. */
    String PID = "io.obox.mail.smtp";

    /** The machine. */
    @AttributeDefinition(name = "Mail server", description = "Its name; empty for none: mails stay in the outbox")
    String host() default "";

    /** The port. */
    @AttributeDefinition(
            name = "Port",
            description = "0 for the usual one: 587 with STARTTLS, 465 with TLS, 25 with neither",
            min = "0",
            max = "65535")
    int port() default 0;

    /** How the connection is protected. */
    @AttributeDefinition(
            name = "Encryption",
            description = "With NONE only a server on this machine is written to, unless plain is true.",
            options = {@Option("STARTTLS"), @Option("TLS"), @Option("NONE")})
    String security() default "STARTTLS";

    /** Whether mails and the login may be read on their way. */
    @AttributeDefinition(
            name = "Without encryption",
            description = "Whether a server on another machine may be written to without encryption")
    boolean plain() default false;

    /** Whom else to trust. */
    @AttributeDefinition(
            name = "File with certificates (PEM) that are trusted in place of the usual ones; empty for the usual ones")
    String certificates() default "";

    /** Whom to log in as. */
    @AttributeDefinition(name = "User", description = "Whom to log in as; empty for no login")
    String user() default "";

    /** With which password. */
    @AttributeDefinition(name = "Password", description = "That of the user", type = AttributeType.PASSWORD)
    String password() default "";

    /** Where mails come from. */
    @AttributeDefinition(name = "Sender", description = "Address that mails come from, such as obox@example.org")
    String sender() default "";

    /** What it is called. */
    @AttributeDefinition(name = "Sender's name", description = "What stands beside that address")
    String senderName() default "OBox";

    /** How this machine introduces itself. */
    @AttributeDefinition(
            name = "Greeting",
            description = "Name to greet the server with; empty for the part of the sender's address after the at sign")
    String greeting() default "";

    /** How long a connection may take. */
    @AttributeDefinition(
            name = "Seconds to connect",
            description = "In which a connection must be made",
            min = "1",
            max = "3600")
    int connectSeconds() default 10;

    /** How long an answer may take. */
    @AttributeDefinition(
            name = "Seconds to answer",
            description =
                    "In which the server must answer, or take what is sent. A mail whose acceptance comes later than this is sent again.",
            min = "1",
            max = "3600")
    int answerSeconds() default 120;
}

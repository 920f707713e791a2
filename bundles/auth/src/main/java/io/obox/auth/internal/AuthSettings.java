package io.obox.auth.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What can be set of accounts and sessions, under the PID {@link #PID}. */
@ObjectClassDefinition(name = "OBox accounts and sessions")
public @interface AuthSettings {
    /** The settings' PID. */
    String PID = "io.obox.auth";

    /** The first administrator. Read only while there is no administrator. */
    @AttributeDefinition(name = "First administrator", description = "E-mail address; read only while there is none")
    String adminEmail() default "admin@gmail.com";

    /** The first administrator's password; with it no change is forced. Empty: see {@link #embedded}. */
    @AttributeDefinition(
            name = "First administrator's password",
            description = "Read only while there is no administrator",
            type = AttributeType.PASSWORD)
    String adminPassword() default "";

    /**
     * Whether this is a machine of one's own, on its own database: then the first administrator's password is
     * {@code admin}, good for one login from this machine. Elsewhere it is made at random and printed once.
     */
    @AttributeDefinition(name = "Embedded mode", description = "First password 'admin', from this machine only")
    boolean embedded() default false;

    /** How long an access token is good. */
    @AttributeDefinition(name = "Access token", description = "Minutes that an access token is good for", min = "1")
    int accessMinutes() default 10;

    /** How old the key becomes that tokens are signed with. */
    @AttributeDefinition(name = "Keys", description = "Days after which another key signs tokens", min = "1")
    int keyDays() default 90;

    /** How long a session lives without being used. */
    @AttributeDefinition(name = "Session", description = "Days that an unused session lives", min = "1")
    int refreshDays() default 30;

    /** Whether cookies are Secure even where the request came in clear, for a proxy that ends TLS. */
    @AttributeDefinition(name = "Secure cookies", description = "For TLS that ends at a proxy")
    boolean secureCookies() default false;
}

package io.obox.web.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the web bundle. */
@ObjectClassDefinition(pid = Settings.PID, name = "OBox web", description = "Who may use the API.")
public @interface Settings {
    /** The configuration they live under. */
    String PID = "io.obox.web";

    /** Where the server listens, by which is known whether other machines can reach it. */
    @AttributeDefinition(description = "The address that the HTTP server listens at.")
    String address() default "127.0.0.1";

    /** Names that a proxy on this machine serves OBox under. */
    @AttributeDefinition(description = "Names of a proxy on this machine, with commas between them, or nothing.")
    String publicHosts() default "";

    /** Proxies that are believed when they tell for whom they ask. */
    @AttributeDefinition(
            description = "Addresses and networks of proxies whose word is taken for the client, with commas between"
                    + " them, or nothing.")
    String trustedProxies() default "";

    /** Another origin whose pages may use the API with their visitor's login. */
    @AttributeDefinition(description = "An origin such as https://portal.example, or nothing.")
    String corsOrigin() default "";

    /** Whether this node publishes the REST API; one that only runs jobs does not. */
    @AttributeDefinition(description = "Whether this node publishes the REST API.")
    boolean api() default true;

    /** What must be served before a node that publishes the API is ready. */
    @AttributeDefinition(description = "Paths below /api without which this node is not ready.")
    String[] essential() default {"auth", "vms", "images", "hosts", "jobs"};
}

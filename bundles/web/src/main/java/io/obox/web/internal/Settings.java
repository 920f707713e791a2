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
            description = "Addresses and networks of proxies that are trusted to name the client, separated by commas"
                    + " them, or nothing.")
    String trustedProxies() default "";

    /** Another origin whose pages may use the API with their visitor's login. */
    @AttributeDefinition(description = "An origin such as https://portal.example, or nothing.")
    String corsOrigin() default "";

    /** The largest body of a caller. */
    @AttributeDefinition(description = "KiB that the body of a request may have.")
    int bodyKib() default 1024;

    /** The largest body of a stranger, such as that of a login. */
    @AttributeDefinition(description = "KiB that the body of a request may have which needs no login.")
    int openBodyKib() default 16;

    /** What all bodies take that are still arriving. */
    @AttributeDefinition(description = "MiB of memory for bodies that are still arriving, of all requests together.")
    int bodiesMib() default 32;

    /** Patience with resources of other bundles. */
    @AttributeDefinition(description = "Seconds that a method of a resource may take which is no part of OBox.")
    int foreignSeconds() default 30;

    /** Whether this node publishes the REST API; one that only runs jobs does not. */
    @AttributeDefinition(description = "Whether this node publishes the REST API.")
    boolean api() default true;

    /** Whether this node serves the page; it may have a bundle for it that is away for a moment. */
    @AttributeDefinition(description = "Whether this node serves the page.")
    boolean page() default false;

    /** What must be served before a node that publishes the API is ready. */
    @AttributeDefinition(description = "Paths below /api without which this node is not ready.")
    String[] essential() default {"auth", "vms", "images", "hosts", "jobs"};
}

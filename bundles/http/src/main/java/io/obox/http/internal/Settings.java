package io.obox.http.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the HTTP port. */
@ObjectClassDefinition(pid = Settings.PID, name = "OBox HTTP", description = "Limits for connections.")
public @interface Settings {
    /** The configuration they live under. */
    String PID = "io.obox.http";

    /** The default of {@link #connections}. */
    int CONNECTIONS = 2000;

    /** The default of {@link #connectionsPerAddress}. */
    int PER_ADDRESS = 250;

    /** The default of {@link #headerSeconds}. */
    int HEADER_SECONDS = 10;

    /** The default of {@link #bodyBytesPerSecond}. */
    int BYTES_PER_SECOND = 1000;

    /** Connections in all. */
    @AttributeDefinition(description = "Connections that are open at once; fewer where the system allows few files.")
    int connections() default CONNECTIONS;

    /** Connections of one address. */
    @AttributeDefinition(description = "Connections that one address has open at once, unless it is a trusted proxy's.")
    int connectionsPerAddress() default PER_ADDRESS;

    /** Proxies, by which many people come. */
    @AttributeDefinition(
            description = "Addresses and networks of proxies, such as 10.0.0.0/8, with commas between them.")
    String trustedProxies() default "";

    /** Patience with headers. */
    @AttributeDefinition(description = "Seconds within which a request that has begun must have sent its headers.")
    int headerSeconds() default HEADER_SECONDS;

    /** Patience with bodies and answers. */
    @AttributeDefinition(
            description =
                    "Bytes that the body of a request must bring, and a client take of its answer, for each second"
                            + " that is waited for it.")
    int bodyBytesPerSecond() default BYTES_PER_SECOND;
}

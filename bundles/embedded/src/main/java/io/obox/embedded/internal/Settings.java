package io.obox.embedded.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The settings under {@code io.obox.embedded}. */
@ObjectClassDefinition(pid = "io.obox.embedded", name = "Embedded servers")
@interface Settings {
    /** The data folder; empty: the framework property {@code obox.data}. */
    @AttributeDefinition
    String data() default "";

    /** A database that is to be used instead; PostgreSQL is started only if this is empty. */
    @AttributeDefinition
    String databaseUrl() default "";

    /** A Redis that is to be used instead; Redis is started only if this is empty. */
    @AttributeDefinition
    String redisUrl() default "";
}

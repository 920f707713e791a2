package io.obox.persistence.internal.database;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The settings under {@code io.obox.persistence}. A change takes effect at once. */
@ObjectClassDefinition(pid = "io.obox.persistence", name = "Persistence", description = "The connection to PostgreSQL.")
public @interface Settings {
    /** Where the database is; empty: the database that OBox runs itself. */
    @AttributeDefinition(description = "postgresql://user:password@host:port/database, or the same as a JDBC address")
    String url() default "";

    /** Role to log in as, where the address does not say. */
    @AttributeDefinition
    String user() default "";

    /** Its password, where the address does not say. */
    @AttributeDefinition(type = AttributeType.PASSWORD)
    String password() default "";

    /** Most connections that are open at once. */
    @AttributeDefinition(min = "2")
    int poolSize() default 16;
}

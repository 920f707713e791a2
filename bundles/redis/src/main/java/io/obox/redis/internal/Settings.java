package io.obox.redis.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The settings under {@code io.obox.redis}. A change takes effect at once. */
@ObjectClassDefinition(pid = "io.obox.redis", name = "Redis", description = "The connection to Redis.")
@interface Settings {
    /** Where Redis is; empty: the one that OBox runs itself. */
    @AttributeDefinition(
            type = AttributeType.PASSWORD,
            description = "redis://user:password@host:port/database, or rediss:// for TLS; or"
                    + " redis-sentinel://user:password@host:port,host:port/master-name/database")
    String url() default "";
}

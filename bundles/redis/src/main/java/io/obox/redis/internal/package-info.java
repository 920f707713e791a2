/** One client for Redis, which every other bundle uses as a service. */
@org.jspecify.annotations.NullMarked
package io.obox.redis.internal;

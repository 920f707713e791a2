/** How Redis is set up, started and stopped. */
@org.jspecify.annotations.NullMarked
package io.obox.embedded.internal.redis;

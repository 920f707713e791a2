/** What the tests of the queue share: nodes without OSGi, on a real PostgreSQL and a real Redis. */
@org.jspecify.annotations.NullMarked
package io.obox.queue.internal.kit;

/** Tests of the way to Redis. */
@org.jspecify.annotations.NullMarked
package io.obox.queue.internal.dispatch;

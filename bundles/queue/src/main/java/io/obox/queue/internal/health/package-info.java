/** What the health of the queue is judged by. */
@org.jspecify.annotations.NullMarked
package io.obox.queue.internal.health;

/** Which places this node reaches, by the word of the domains. */
@org.jspecify.annotations.NullMarked
package io.obox.queue.internal.place;

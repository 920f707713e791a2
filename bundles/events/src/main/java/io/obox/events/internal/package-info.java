/** From whoever publishes to the listeners of this node, and to the other nodes. */
@org.jspecify.annotations.NullMarked
package io.obox.events.internal;

/** The event stream: from whoever publishes to the listeners of this node, to the other nodes, and to open pages. */
@org.jspecify.annotations.NullMarked
package io.obox.web.internal.event;

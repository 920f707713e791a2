/** The event stream of open pages, which reads the bus. */
@org.jspecify.annotations.NullMarked
package io.obox.web.internal.event;

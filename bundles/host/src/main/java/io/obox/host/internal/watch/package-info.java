/** Hosts are asked from time to time what they can do and what their guests do. */
@org.jspecify.annotations.NullMarked
package io.obox.host.internal.watch;

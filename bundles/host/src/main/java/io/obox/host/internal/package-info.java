/** Hosts. */
@org.jspecify.annotations.NullMarked
package io.obox.host.internal;

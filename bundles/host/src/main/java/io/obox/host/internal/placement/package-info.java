/** Which host gets a guest. */
@org.jspecify.annotations.NullMarked
package io.obox.host.internal.placement;

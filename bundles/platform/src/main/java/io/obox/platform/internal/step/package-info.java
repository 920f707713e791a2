/** The steps of a replacement, each with a limit of time. */
@org.jspecify.annotations.NullMarked
package io.obox.platform.internal.step;

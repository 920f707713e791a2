/** The steps of a replacement, tried. */
@org.jspecify.annotations.NullMarked
package io.obox.platform.internal.step;

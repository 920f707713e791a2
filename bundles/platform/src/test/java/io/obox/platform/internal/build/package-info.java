/** The kept builds, tried. */
@org.jspecify.annotations.NullMarked
package io.obox.platform.internal.build;

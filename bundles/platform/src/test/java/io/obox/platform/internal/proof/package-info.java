/** The proof of a new version, tried. */
@org.jspecify.annotations.NullMarked
package io.obox.platform.internal.proof;

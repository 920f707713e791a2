/** The settings of this bundle, which several of its parts share. */
@org.jspecify.annotations.NullMarked
package io.obox.auth.internal;

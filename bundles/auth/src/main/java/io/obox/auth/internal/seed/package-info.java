/** The first administrator. */
@org.jspecify.annotations.NullMarked
package io.obox.auth.internal.seed;

/** Showing once more who one is, before what a stranger at one's browser must not do. */
@org.jspecify.annotations.NullMarked
package io.obox.auth.internal.confirmation;

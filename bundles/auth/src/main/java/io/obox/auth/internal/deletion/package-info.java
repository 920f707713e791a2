/** How accounts end. */
@org.jspecify.annotations.NullMarked
package io.obox.auth.internal.deletion;

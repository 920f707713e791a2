/** How much users may have. */
@org.jspecify.annotations.NullMarked
package io.obox.auth.internal.quota;

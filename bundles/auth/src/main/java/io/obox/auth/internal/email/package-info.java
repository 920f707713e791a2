/** How an account gets another address. */
@org.jspecify.annotations.NullMarked
package io.obox.auth.internal.email;

/** The second factor: codes of authenticators, codes for when these are lost, and whether an account has them. */
@org.jspecify.annotations.NullMarked
package io.obox.auth.internal.factor;

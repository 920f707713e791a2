/** Passwords: which are good enough, how they are hashed, and how much of that is done at once. */
@org.jspecify.annotations.NullMarked
package io.obox.auth.internal.password;

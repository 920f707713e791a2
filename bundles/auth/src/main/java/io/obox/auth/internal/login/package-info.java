/** Logging in and out, and telling who somebody is. */
@org.jspecify.annotations.NullMarked
package io.obox.auth.internal.login;

/** Logins, sessions and accounts over HTTP. Translates only. */
@org.jspecify.annotations.NullMarked
package io.obox.auth.internal.rest;

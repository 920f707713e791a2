/** Sessions: who is logged in where, until when, and the refresh token that keeps a session alive. */
@org.jspecify.annotations.NullMarked
package io.obox.auth.internal.session;

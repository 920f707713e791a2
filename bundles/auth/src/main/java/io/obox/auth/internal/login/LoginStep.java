package io.obox.auth.internal.login;

/** What comes of the right password: a login, or the wish for a second factor. */
public sealed interface LoginStep permits Login, LoginChallenge {}

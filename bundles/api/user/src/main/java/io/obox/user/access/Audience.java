package io.obox.user.access;

/** Whom an operation serves. More may be added: a switch over it needs a default. */
public enum Audience {
    /** Whoever asks, without a login. */
    ANYBODY,
    /** Whoever is logged in. */
    USERS,
    /** Administrators. */
    ADMINS
}

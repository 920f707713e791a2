package io.obox.user.access;

/** What an account may owe before it is let in everywhere. More may be added: a switch over it needs a default. */
public enum Pending {
    /** Its password must be changed. */
    PASSWORD_CHANGE,
    /** Its e-mail address must be confirmed. */
    VERIFICATION,
    /** A second factor must be set up. */
    SECOND_FACTOR
}

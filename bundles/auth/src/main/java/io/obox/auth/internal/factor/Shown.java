package io.obox.auth.internal.factor;

/** What somebody showed for the second factor. */
public enum Shown {
    /** A code of the authenticator. */
    TOTP,
    /** One of the codes for when it is lost. */
    RECOVERY_CODE,
    /** Nothing that is good, or not any more. */
    NOTHING
}

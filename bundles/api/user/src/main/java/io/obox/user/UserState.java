package io.obox.user;

/** Whether an account can be used. */
public enum UserState {
    /** Registered, the address is not confirmed yet. */
    UNVERIFIED,
    /** In use. */
    ACTIVE,
    /** Turned off by an administrator. */
    DISABLED
}

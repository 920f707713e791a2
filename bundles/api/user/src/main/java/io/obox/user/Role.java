package io.obox.user;

/** What an account may do. */
public enum Role {
    /** Sees and changes everything. */
    ADMIN,
    /** Sees and changes what is its own. */
    USER
}

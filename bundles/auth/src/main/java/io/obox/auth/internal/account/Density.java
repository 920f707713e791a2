package io.obox.auth.internal.account;

/** How high the rows of lists are. */
public enum Density {
    /** With room around each row. */
    COMFORTABLE,
    /** As many rows as fit. */
    COMPACT
}

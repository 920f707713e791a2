package io.obox.user;

/** What somebody showed to be let in. More may be added: a switch over it needs a default. */
public enum Credential {
    /** A login, which each request shows again by its access token. */
    SESSION,
    /** A password, shown for this connection alone. */
    PASSWORD,
    /** A key of the SSH shell. */
    KEY,
    /** A token that was made for a program. */
    TOKEN,
    /** None: OBox itself acts. */
    SYSTEM
}

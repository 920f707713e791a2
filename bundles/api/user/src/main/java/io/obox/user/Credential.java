package io.obox.user;

/** What somebody showed to be let in. More may be added: a switch over it needs a default. */
public enum Credential {
    /** A login, which each request shows again by its access token. */
    SESSION,
    /** A password, shown for this connection alone. */
    PASSWORD,
    /** A key of the SSH shell. */
    KEY,
    /**
     * A token that was made for a program. OBox makes none yet; services need not wait for it: what it is good for is in the caller's
     * scopes.
     */
    TOKEN,
    /**
     * None: OBox acts for an account by itself, such as by a schedule that somebody left it. Nobody does yet. What OBox does on
     * nobody's behalf, such as retention and scans, calls no service that asks for a caller, and has none.
     */
    SYSTEM
}

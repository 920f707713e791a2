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
     * A token that somebody made for a program. What it is good for is in the caller's scopes, and which one it is in
     * {@link Caller#credentialId}.
     */
    TOKEN,
    /**
     * None: OBox acts for an account by itself, such as by a schedule that somebody left it. Nobody does yet. What OBox does on
     * nobody's behalf, such as retention and scans, calls no service that asks for a caller, and has none.
     */
    SYSTEM
}

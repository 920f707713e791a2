package io.obox.auth.internal.link;

import java.time.Duration;

/** What a link opens. */
public enum LinkPurpose {
    /** Says that the address of a new account is that of its user. */
    VERIFY("/verify", Duration.ofDays(3)),
    /** Lets another password be chosen. */
    RESET("/reset", Duration.ofHours(1)),
    /** Lets somebody who is invited choose a password. */
    INVITATION("/invitation", Duration.ofDays(7)),
    /** Says that whoever reads the mail of an account wants another address for it. */
    PRESENT_ADDRESS("/verify", Duration.ofDays(1)),
    /** Says that the address that an account is to have is that of its user. */
    NEW_ADDRESS("/verify", Duration.ofDays(1)),
    /** Nothing: written where another account would get a link, so that both cost the same. Nobody is sent it. */
    NOTHING("/", Duration.ZERO);

    private final String page;
    private final Duration lifetime;

    LinkPurpose(String page, Duration lifetime) {
        this.page = page;
        this.lifetime = lifetime;
    }

    /** Path of the page that it leads to. */
    String page() {
        return page;
    }

    /** How long it is good. */
    public Duration lifetime() {
        return lifetime;
    }
}

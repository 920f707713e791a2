package io.obox.openapi;

import io.obox.user.access.Access;
import io.obox.user.access.Audience;
import io.obox.user.access.Pending;
import io.obox.user.access.Whose;
import java.util.Arrays;

/**
 * What comes of a declaration for each caller. Nothing here is observed: the booted product is held against it.
 *
 * @param names whether the path names one object
 */
record Expectation(Access access, boolean names) {
    static final String SERVED = "yes";
    static final String UNKNOWN = "401";
    static final String REFUSED = "403";
    static final String NOT_FOUND = "404";
    static final String ADDRESS_FIRST = "403 address";
    static final String PASSWORD_FIRST = "403 password";

    String of(Caller caller) {
        if (access.to() == Audience.ANYBODY) {
            return SERVED;
        }
        return switch (caller) {
            case NOBODY, DISABLED, EXPIRED_TOKEN, ENDED_SESSION -> UNKNOWN;
            case UNVERIFIED -> may(Pending.VERIFICATION) ? user() : ADDRESS_FIRST;
            case OWES_PASSWORD -> may(Pending.PASSWORD_CHANGE) ? user() : PASSWORD_FIRST;
            case OWNER -> user();
            case OTHER -> names && access.whose() != Whose.NOBODYS ? instead(NOT_FOUND) : user();
            case ADMIN -> names && isPersonal() ? NOT_FOUND : SERVED;
            case SCOPED_TOKEN -> access.scope().equals(Access.NO_TOKEN) ? REFUSED : SERVED;
            case OTHER_TOKEN -> REFUSED;
        };
    }

    /** A user at what is theirs. */
    private String user() {
        return instead(SERVED);
    }

    private String instead(String otherwise) {
        return access.to() == Audience.ADMINS ? REFUSED : otherwise;
    }

    /** What its owner does not share is nothing to administrators. */
    private boolean isPersonal() {
        return access.whose() == Whose.OWN || access.whose() == Whose.SHARED;
    }

    private boolean may(Pending pending) {
        return Arrays.asList(access.pending()).contains(pending);
    }
}

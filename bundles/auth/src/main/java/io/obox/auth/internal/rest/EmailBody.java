package io.obox.auth.internal.rest;

import org.jspecify.annotations.Nullable;

/** Body of a change of address, as it came. */
public record EmailBody(@Nullable String email, @Nullable String password) {
    @Override
    public String toString() {
        return "EmailBody[]";
    }
}

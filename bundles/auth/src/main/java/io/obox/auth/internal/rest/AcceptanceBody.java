package io.obox.auth.internal.rest;

import org.jspecify.annotations.Nullable;

/** Body with the token of an invitation and what is chosen by it, as it came. */
public record AcceptanceBody(
        @Nullable String token,
        @Nullable String name,
        @Nullable String password) {
    @Override
    public String toString() {
        return "AcceptanceBody[]";
    }
}

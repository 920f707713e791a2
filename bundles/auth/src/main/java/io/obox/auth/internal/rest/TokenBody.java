package io.obox.auth.internal.rest;

import org.jspecify.annotations.Nullable;

/** Body with the token of a link, as it came. */
public record TokenBody(@Nullable String token) {
    @Override
    public String toString() {
        return "TokenBody[]";
    }
}

package io.obox.auth.internal.rest;

import org.jspecify.annotations.Nullable;

/** Body with a code of an authenticator, as it came. */
public record CodeBody(@Nullable String code) {
    @Override
    public String toString() {
        return "CodeBody[]";
    }
}

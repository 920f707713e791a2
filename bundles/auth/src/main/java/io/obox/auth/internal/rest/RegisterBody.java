package io.obox.auth.internal.rest;

import org.jspecify.annotations.Nullable;

/** Body of a registration, as it came. */
public record RegisterBody(
        @Nullable String email,
        @Nullable String password,
        @Nullable String name,
        @Nullable String locale) {
    @Override
    public String toString() {
        return "RegisterBody[]";
    }
}

package io.obox.auth.internal.rest;

import org.jspecify.annotations.Nullable;

/** Body of a login, as it came. */
public record LoginBody(@Nullable String email, @Nullable String password) {
    @Override
    public String toString() {
        return "LoginBody[" + email + "]";
    }
}

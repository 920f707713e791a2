package io.obox.auth.internal.rest;

import org.jspecify.annotations.Nullable;

/** Body with the token of a link and the password that is chosen by it, as it came. */
public record ResetBody(@Nullable String token, @Nullable String password) {
    @Override
    public String toString() {
        return "ResetBody[]";
    }
}

package io.obox.auth.internal.rest;

import org.jspecify.annotations.Nullable;

/** Body of a change of password, as it came. */
public record PasswordBody(
        @Nullable String currentPassword, @Nullable String newPassword) {
    @Override
    public String toString() {
        return "PasswordBody[]";
    }
}

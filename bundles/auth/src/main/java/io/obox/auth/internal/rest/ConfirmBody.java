package io.obox.auth.internal.rest;

import org.jspecify.annotations.Nullable;

/** Body by which somebody shows once more who they are, as it came: one or the other. */
public record ConfirmBody(@Nullable String code, @Nullable String password) {
    @Override
    public String toString() {
        return "ConfirmBody[]";
    }
}

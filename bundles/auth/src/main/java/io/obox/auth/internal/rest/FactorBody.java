package io.obox.auth.internal.rest;

import org.jspecify.annotations.Nullable;

/** Body of the second step of a login, as it came. */
public record FactorBody(
        @Nullable String challenge, @Nullable String code) {
    @Override
    public String toString() {
        return "FactorBody[]";
    }
}

package io.obox.auth.internal.rest;

import org.jspecify.annotations.Nullable;

/** Body of the deletion of one's account, as it came. */
public record DeletionBody(@Nullable String password) {
    @Override
    public String toString() {
        return "DeletionBody[]";
    }
}

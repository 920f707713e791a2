package io.obox.auth.internal.rest;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Body of a token to be made, as it came. */
public record ApiTokenBody(
        @Nullable String name,
        @Nullable List<@Nullable String> scopes,
        @Nullable Instant expiresAt) {}

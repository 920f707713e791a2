package io.obox.auth.internal.rest;

import io.obox.auth.internal.administration.QuotaOverride;
import io.obox.user.Role;
import org.jspecify.annotations.Nullable;

/** Body of an invitation, as it came. */
public record InvitationBody(
        @Nullable String email,
        @Nullable String name,
        @Nullable Role role,
        @Nullable QuotaOverride quota,
        @Nullable String locale) {}

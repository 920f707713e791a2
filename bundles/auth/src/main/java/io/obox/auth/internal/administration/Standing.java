package io.obox.auth.internal.administration;

import io.obox.user.Role;
import io.obox.user.UserState;

/** What administrators decide of an account. */
public record Standing(Role role, UserState state, QuotaOverride quota) {}

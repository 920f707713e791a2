package io.obox.auth.internal.invitation;

import io.obox.auth.internal.administration.QuotaOverride;
import io.obox.user.Role;

/**
 * Whom an administrator invites, as it came.
 *
 * @param name empty for what stands before the at sign
 * @param locale BCP 47 tag, or empty for English
 */
public record NewInvitation(String email, String name, Role role, QuotaOverride quota, String locale) {}

package io.obox.auth.internal.administration;

import io.obox.auth.internal.account.UserDocument;
import io.obox.user.Role;
import io.obox.user.UserState;
import io.obox.version.Versioned;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account as administrators see it.
 *
 * @param quota what was decided for this account alone
 * @param invitedAt since when its user is invited, or null if nobody is
 * @param invitedUntil until when the link of the invitation is good; null where there is none that ever was
 */
public record ManagedAccount(
        UUID id,
        String email,
        String name,
        Role role,
        UserState state,
        String locale,
        boolean mustChangePassword,
        Instant createdAt,
        @Nullable Instant lastLoginAt,
        QuotaOverride quota,
        @Nullable Instant invitedAt,
        @Nullable Instant invitedUntil,
        long version)
        implements Versioned {
    /** As all may see it who see it at all. */
    public UserDocument user() {
        return new UserDocument(
                id, email, name, role, state, locale, mustChangePassword, createdAt, lastLoginAt, version);
    }

    Standing standing() {
        return new Standing(role, state, quota);
    }
}

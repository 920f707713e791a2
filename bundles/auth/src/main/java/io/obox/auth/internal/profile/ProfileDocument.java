package io.obox.auth.internal.profile;

import io.obox.auth.internal.account.Preferences;
import io.obox.auth.internal.account.Profile;
import io.obox.user.Role;
import io.obox.user.User;
import io.obox.user.UserState;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One's own account: what others see of it, and what only its user is shown; see {@link Profile}. */
public record ProfileDocument(
        UUID id,
        String email,
        String name,
        Role role,
        UserState state,
        String locale,
        boolean localeChosen,
        Preferences preferences,
        boolean mustChangePassword,
        Instant createdAt,
        @Nullable Instant lastLoginAt,
        long version)
        implements User {
    static ProfileDocument of(Profile profile) {
        User user = profile.user();
        return new ProfileDocument(
                user.id(),
                user.email(),
                user.name(),
                user.role(),
                user.state(),
                user.locale(),
                profile.localeChosen(),
                profile.preferences(),
                user.mustChangePassword(),
                user.createdAt(),
                user.lastLoginAt(),
                user.version());
    }
}

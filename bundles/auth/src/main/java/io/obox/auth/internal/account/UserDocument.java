package io.obox.auth.internal.account;

import io.obox.user.Role;
import io.obox.user.User;
import io.obox.user.UserState;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The account as others see it. */
public record UserDocument(
        UUID id,
        String email,
        String name,
        Role role,
        UserState state,
        String locale,
        boolean mustChangePassword,
        boolean mustEnrolSecondFactor,
        Instant createdAt,
        @Nullable Instant lastLoginAt,
        long version)
        implements User {
    /** Of whose second factor nothing is said. */
    public UserDocument(
            UUID id,
            String email,
            String name,
            Role role,
            UserState state,
            String locale,
            boolean mustChangePassword,
            Instant createdAt,
            @Nullable Instant lastLoginAt,
            long version) {
        this(id, email, name, role, state, locale, mustChangePassword, false, createdAt, lastLoginAt, version);
    }

    /** The account as its user is told of it, and of whether a second factor must be set up. */
    public static UserDocument of(User user, boolean mustEnrolSecondFactor) {
        return new UserDocument(
                user.id(),
                user.email(),
                user.name(),
                user.role(),
                user.state(),
                user.locale(),
                user.mustChangePassword(),
                mustEnrolSecondFactor,
                user.createdAt(),
                user.lastLoginAt(),
                user.version());
    }
}

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
        Instant createdAt,
        @Nullable Instant lastLoginAt,
        long version)
        implements User {}

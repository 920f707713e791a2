package io.obox.user;

import io.obox.version.Versioned;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account, without anything secret.
 *
 * @param locale BCP 47 tag of the language for pages and mail, such as {@code en}
 * @param mustChangePassword true until the first password, which others may know, has been replaced
 * @param lastLoginAt null before the first login
 * @param version grows with each change; the ETag
 */
public record User(
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
        implements Versioned {}

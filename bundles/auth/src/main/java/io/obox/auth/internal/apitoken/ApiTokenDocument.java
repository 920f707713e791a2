package io.obox.auth.internal.apitoken;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A token as its owner sees it later on, without its secret.
 *
 * @param scopes such as {@code vms:read}
 * @param expiresAt when it ends by itself, or null for never
 * @param lastUsedAt when it was last used, to about a minute; null for never
 */
public record ApiTokenDocument(
        UUID id,
        String name,
        List<String> scopes,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt) {}

package io.obox.auth.internal.apitoken;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A token that was just made, with its secret, which is not shown again.
 *
 * @param token what a program shows
 */
public record NewApiToken(
        UUID id,
        String name,
        List<String> scopes,
        Instant createdAt,
        @Nullable Instant expiresAt,
        String token) {
    @Override
    public String toString() {
        return "NewApiToken[id=" + id + "]";
    }
}

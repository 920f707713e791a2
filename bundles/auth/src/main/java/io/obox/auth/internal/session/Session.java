package io.obox.auth.internal.session;

import java.time.Instant;
import java.util.UUID;

/**
 * A login that has not ended, as its owner sees it.
 *
 * @param lastUsedAt when its tokens were last renewed
 * @param expiresAt when it ends if it is not used until then
 * @param userAgent what the browser called itself
 * @param address from where it was opened
 * @param current whether the reader came by it
 */
public record Session(
        UUID id,
        Instant createdAt,
        Instant lastUsedAt,
        Instant expiresAt,
        String userAgent,
        String address,
        boolean current) {}

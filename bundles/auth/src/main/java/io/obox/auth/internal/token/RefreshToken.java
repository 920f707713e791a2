package io.obox.auth.internal.token;

import java.util.Base64;
import java.util.UUID;

/** What keeps a session alive: good once, exchanged for its successor. Only its hash is stored. */
public final class RefreshToken {
    private final UUID sessionId;
    private final byte[] bytes;

    RefreshToken(UUID sessionId, byte[] bytes) {
        this.sessionId = sessionId;
        this.bytes = bytes;
    }

    /** The session that it was issued for. */
    public UUID sessionId() {
        return sessionId;
    }

    /** What is stored of it. */
    public byte[] hash() {
        return Sha256.of(bytes);
    }

    /** What its bearer gets. */
    public String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    byte[] bytes() {
        return bytes;
    }
}

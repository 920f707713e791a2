package io.obox.auth.internal.token;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Makes refresh tokens and knows its own: session id, 32 bytes, and a MAC over both. By the MAC a token that was never
 * issued is told from one that was used before, so that nobody can end a session by guessing at it.
 *
 * <p>A token's successor follows from it and the key. Two tabs that refresh at the same moment thus get the same one, and an
 * answer that was lost on its way can be given again, though no token is stored.
 */
@Component(service = RefreshTokens.class)
public final class RefreshTokens {
    private static final int ID = 16;
    private static final int NONCE = 32;
    private static final int MAC = 32;

    private final SigningKeys keys;
    private final SecureRandom random = new SecureRandom();

    /** Within the bundle. */
    @Activate
    public RefreshTokens(@Reference SigningKeys keys) {
        this.keys = keys;
    }

    /** The first token of a session. */
    public RefreshToken issue(UUID sessionId) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        return sealed(keys.current(), sessionId, nonce);
    }

    /** The token that follows this one, always the same under one key. */
    public RefreshToken successor(RefreshToken token) {
        return successor(keys.current(), token);
    }

    /** The tokens that may have followed this one, under whichever key was the current one then. */
    public List<RefreshToken> successors(RefreshToken token) {
        return keys.verifying().stream().map(key -> successor(key, token)).toList();
    }

    private static RefreshToken successor(SigningKey key, RefreshToken token) {
        return sealed(key, token.sessionId(), key.mac("refresh:successor", token.bytes()));
    }

    /** The token that was issued with this text, used or not; empty if none was. */
    public Optional<RefreshToken> parse(String text) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (bytes.length != ID + NONCE + MAC) {
            return Optional.empty();
        }
        byte[] content = Arrays.copyOf(bytes, ID + NONCE);
        byte[] mac = Arrays.copyOfRange(bytes, ID + NONCE, bytes.length);
        if (keys.verifying().stream().noneMatch(key -> MessageDigest.isEqual(seal(key, content), mac))) {
            return Optional.empty();
        }
        ByteBuffer id = ByteBuffer.wrap(content);
        return Optional.of(new RefreshToken(new UUID(id.getLong(), id.getLong()), bytes));
    }

    private static RefreshToken sealed(SigningKey key, UUID sessionId, byte[] nonce) {
        byte[] content = ByteBuffer.allocate(ID + NONCE)
                .putLong(sessionId.getMostSignificantBits())
                .putLong(sessionId.getLeastSignificantBits())
                .put(nonce)
                .array();
        byte[] bytes = ByteBuffer.allocate(ID + NONCE + MAC)
                .put(content)
                .put(seal(key, content))
                .array();
        return new RefreshToken(sessionId, bytes);
    }

    private static byte[] seal(SigningKey key, byte[] content) {
        return key.mac("refresh:seal", content);
    }
}

package io.obox.auth.internal.token;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
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
        return sealed(sessionId, nonce);
    }

    /** The token that follows this one, always the same. */
    public RefreshToken successor(RefreshToken token) {
        return sealed(token.sessionId(), keys.current().mac("refresh:successor", token.bytes()));
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
        if (!MessageDigest.isEqual(seal(content), Arrays.copyOfRange(bytes, ID + NONCE, bytes.length))) {
            return Optional.empty();
        }
        ByteBuffer id = ByteBuffer.wrap(content);
        return Optional.of(new RefreshToken(new UUID(id.getLong(), id.getLong()), bytes));
    }

    private RefreshToken sealed(UUID sessionId, byte[] nonce) {
        byte[] content = ByteBuffer.allocate(ID + NONCE)
                .putLong(sessionId.getMostSignificantBits())
                .putLong(sessionId.getLeastSignificantBits())
                .put(nonce)
                .array();
        byte[] bytes = ByteBuffer.allocate(ID + NONCE + MAC)
                .put(content)
                .put(seal(content))
                .array();
        return new RefreshToken(sessionId, bytes);
    }

    private byte[] seal(byte[] content) {
        return keys.current().mac("refresh:seal", content);
    }
}

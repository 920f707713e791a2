package io.obox.auth.internal.link;

import io.obox.auth.internal.token.Sha256;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/** What a link opens by: 256 random bits. Only their hash is stored, and nothing of them is ever logged. */
final class LinkToken {
    private static final int BYTES = 32;

    private final byte[] bytes;

    private LinkToken(byte[] bytes) {
        this.bytes = bytes;
    }

    static LinkToken random(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new LinkToken(bytes);
    }

    /** Empty for what can't be one. */
    static Optional<LinkToken> parse(String text) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            return bytes.length == BYTES ? Optional.of(new LinkToken(bytes)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    byte[] hash() {
        return Sha256.of(bytes);
    }

    /** As it stands in the link. */
    String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

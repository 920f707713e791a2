package io.obox.auth.internal.token;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** A secret that all nodes share, by which they know what one of them has issued. */
final class SigningKey {
    private static final String HMAC = "HmacSHA256";
    private static final int LENGTH = 32;

    private final UUID id;
    private final byte[] secret;

    SigningKey(UUID id, byte[] secret) {
        this.id = id;
        this.secret = secret.clone();
    }

    static SigningKey random() {
        byte[] secret = new byte[LENGTH];
        new SecureRandom().nextBytes(secret);
        return new SigningKey(UUID.randomUUID(), secret);
    }

    UUID id() {
        return id;
    }

    byte[] secret() {
        return secret.clone();
    }

    /**
     * The HMAC-SHA-256 of the content.
     *
     * @param purpose keeps what is made for one use from being good for another; a JWT has no colon, each purpose has
     */
    byte[] mac(String purpose, byte[] content) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret, HMAC));
            mac.update((purpose + ":").getBytes(StandardCharsets.US_ASCII));
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java has no " + HMAC + ".", e);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof SigningKey key && id.equals(key.id) && MessageDigest.isEqual(secret, key.secret));
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}

package io.obox.auth.internal.token;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256, for what is random enough not to need more. */
final class Sha256 {
    private Sha256() {}

    static byte[] of(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Java has no SHA-256.", e);
        }
    }
}

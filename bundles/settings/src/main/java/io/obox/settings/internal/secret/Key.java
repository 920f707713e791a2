package io.obox.settings.internal.secret;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key of AES-256-GCM. What it seals begins with a part of the key's digest, by which a node sees whether it was this key, and
 * is good for one setting only.
 */
final class Key {
    static final int BYTES = 32;

    private static final int ID_BYTES = 8;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final byte[] id;

    Key(byte[] bytes) {
        key = new SecretKeySpec(bytes, "AES");
        id = id(bytes);
    }

    /** A key as it is written down. */
    static Key parse(String text) throws IOException {
        try {
            byte[] bytes = Base64.getDecoder().decode(text.strip());
            if (bytes.length == BYTES) {
                return new Key(bytes);
            }
        } catch (IllegalArgumentException e) {
            throw new IOException("the key of the settings is not Base64", e);
        }
        throw new IOException("the key of the settings does not have " + BYTES + " bytes");
    }

    private static byte[] id(byte[] bytes) {
        try {
            return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(bytes), ID_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    byte[] seal(String setting, String text) {
        byte[] nonce = new byte[NONCE_BYTES];
        new SecureRandom().nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, setting).doFinal(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.allocate(ID_BYTES + NONCE_BYTES + sealed.length)
                    .put(id)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }

    /** What was sealed; empty where that was by another key, for another setting, or where it was changed since. */
    Optional<String> open(String setting, byte[] sealed) {
        int head = ID_BYTES + NONCE_BYTES;
        if (sealed.length < head || !Arrays.equals(id, Arrays.copyOf(sealed, ID_BYTES))) {
            return Optional.empty();
        }
        try {
            byte[] nonce = Arrays.copyOfRange(sealed, ID_BYTES, head);
            byte[] text = cipher(Cipher.DECRYPT_MODE, nonce, setting).doFinal(sealed, head, sealed.length - head);
            return Optional.of(new String(text, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String setting) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(setting.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}

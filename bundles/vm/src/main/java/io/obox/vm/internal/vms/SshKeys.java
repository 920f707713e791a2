package io.obox.vm.internal.vms;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Public keys in the format of OpenSSH: type, base64, comment. */
final class SshKeys {
    private static final int MAX_LENGTH = 16_384;
    private static final Set<String> TYPES = Set.of(
            "ssh-ed25519",
            "ssh-rsa",
            "ecdsa-sha2-nistp256",
            "ecdsa-sha2-nistp384",
            "ecdsa-sha2-nistp521",
            "sk-ssh-ed25519@openssh.com",
            "sk-ecdsa-sha2-nistp256@openssh.com");

    private SshKeys() {}

    /** What is wrong with a key, in a sentence, or null if it is one. */
    static @Nullable String fault(String key) {
        if (key.length() > MAX_LENGTH) {
            return "The key is longer than " + MAX_LENGTH + " characters.";
        }
        if (key.contains("PRIVATE KEY")) {
            return "This is a private key. Keep it to yourself, and give the public one.";
        }
        if (key.chars().anyMatch(Character::isISOControl)) {
            return "A key must be one line.";
        }
        String[] parts = key.strip().split(" +", 3);
        if (parts.length < 2 || !TYPES.contains(parts[0])) {
            return "A key must begin with its type, such as ssh-ed25519, followed by the key in base64.";
        }
        return namesItsType(parts[1], parts[0]) ? null : "The base64 part is not a key of type " + parts[0] + ".";
    }

    private static boolean namesItsType(String base64, String type) {
        try {
            ByteBuffer blob = ByteBuffer.wrap(Base64.getDecoder().decode(base64));
            if (blob.remaining() < 4) {
                return false;
            }
            int length = blob.getInt();
            if (length != type.length() || blob.remaining() <= length) {
                return false;
            }
            byte[] name = new byte[length];
            blob.get(name);
            return new String(name, StandardCharsets.US_ASCII).equals(type);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}

package io.obox.user;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A public key as OpenSSH writes it: its type, the key in base64, and a comment that may be missing. Immutable. */
public final class SshPublicKey {
    private static final int MAX_LENGTH = 16_384;
    private static final int LEAST_RSA_BYTES = 256;
    private static final int ANY = -1;
    private static final String RSA = "ssh-rsa";

    /** How many bytes each part of a key has that follows its type. */
    private static final Map<String, List<Integer>> PARTS = Map.of(
            "ssh-ed25519",
            List.of(32),
            RSA,
            List.of(ANY, ANY),
            "ecdsa-sha2-nistp256",
            List.of(8, 65),
            "ecdsa-sha2-nistp384",
            List.of(8, 97),
            "ecdsa-sha2-nistp521",
            List.of(8, 133),
            "sk-ssh-ed25519@openssh.com",
            List.of(32, ANY),
            "sk-ecdsa-sha2-nistp256@openssh.com",
            List.of(8, 65, ANY));

    private final String type;
    private final byte[] content;
    private final String comment;

    private SshPublicKey(String type, byte[] content, String comment) {
        this.type = type;
        this.content = content;
        this.comment = comment;
    }

    /**
     * Reads one line, such as an {@code id_ed25519.pub} holds.
     *
     * @throws UnreadableKeyException where it is no key that OBox accepts
     */
    public static SshPublicKey parse(String line) {
        if (line.length() > MAX_LENGTH) {
            throw new UnreadableKeyException(UserMessage.KEY_TOO_LONG.with(MAX_LENGTH));
        }
        if (line.contains("PRIVATE KEY")) {
            throw new UnreadableKeyException(UserMessage.KEY_IS_PRIVATE.with());
        }
        String stripped = line.strip();
        if (stripped.chars().anyMatch(Character::isISOControl)) {
            throw new UnreadableKeyException(UserMessage.KEY_NOT_ONE_LINE.with());
        }
        String[] words = stripped.split(" +", 3);
        if (words.length < 2 || !PARTS.containsKey(words[0])) {
            throw new UnreadableKeyException(UserMessage.KEY_WITHOUT_TYPE.with());
        }
        return new SshPublicKey(words[0], content(words[0], words[1]), words.length < 3 ? "" : words[2]);
    }

    private static byte[] content(String type, String base64) {
        byte[] content = decoded(base64);
        List<byte[]> parts = content == null ? List.of() : parts(content);
        if (content == null || !fits(type, parts)) {
            throw new UnreadableKeyException(UserMessage.KEY_OF_ANOTHER_TYPE.with(type));
        }
        if (type.equals(RSA) && parts.getLast().length < LEAST_RSA_BYTES) {
            throw new UnreadableKeyException(UserMessage.KEY_TOO_SHORT.with(LEAST_RSA_BYTES * 8));
        }
        return content;
    }

    private static byte @Nullable [] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Each part has its length before it (RFC 4251, 5). None where that does not come out even: the key was cut off. */
    private static List<byte[]> parts(byte[] content) {
        ByteBuffer rest = ByteBuffer.wrap(content);
        List<byte[]> parts = new ArrayList<>();
        while (rest.remaining() >= Integer.BYTES) {
            int length = rest.getInt();
            if (length < 0 || length > rest.remaining()) {
                return List.of();
            }
            byte[] part = new byte[length];
            rest.get(part);
            parts.add(part);
        }
        return rest.hasRemaining() ? List.of() : parts;
    }

    private static boolean fits(String type, List<byte[]> parts) {
        List<Integer> lengths = PARTS.getOrDefault(type, List.of());
        if (parts.size() != lengths.size() + 1
                || !type.equals(new String(parts.getFirst(), StandardCharsets.US_ASCII))) {
            return false;
        }
        for (int i = 0; i < lengths.size(); i++) {
            int length = parts.get(i + 1).length;
            if (length == 0 || lengths.get(i) != ANY && lengths.get(i) != length) {
                return false;
            }
        }
        return true;
    }

    /** Such as {@code ssh-ed25519}. */
    public String type() {
        return type;
    }

    /** What stands behind the key, often whose it is; empty where there is nothing. */
    public String comment() {
        return comment;
    }

    /** What tells it from other keys, as {@code ssh-keygen -l} prints it: {@code SHA256:} and 43 characters of base64. */
    public String fingerprint() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The key as one line, with single spaces. */
    public String line() {
        String key = type + " " + Base64.getEncoder().encodeToString(content);
        return comment.isEmpty() ? key : key + " " + comment;
    }

    /** Whether it is the same key; comments don't count. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SshPublicKey that && MessageDigest.isEqual(content, that.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }

    @Override
    public String toString() {
        return type + " " + fingerprint();
    }
}

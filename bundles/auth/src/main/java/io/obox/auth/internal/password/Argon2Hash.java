package io.obox.auth.internal.password;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** A password's Argon2id hash, written as a PHC string, which carries its own parameters. */
final class Argon2Hash {
    private static final Pattern PHC = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,3})\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

    private final Cost cost;
    private final byte[] salt;
    private final byte[] hash;

    private Argon2Hash(Cost cost, byte[] salt, byte[] hash) {
        this.cost = cost;
        this.salt = salt;
        this.hash = hash;
    }

    /** What one hash costs. */
    record Cost(int memoryKib, int passes, int lanes) {
        /** The least that OWASP advises: 19 MiB, two passes, one lane. */
        static final Cost TODAY = new Cost(19 * 1024, 2, 1);
    }

    static Argon2Hash of(char[] password) {
        byte[] salt = random(16);
        return new Argon2Hash(Cost.TODAY, salt, compute(Cost.TODAY, salt, password, 32));
    }

    /** A hash that no password has: compared with where there is no account, so that both take as long. */
    static Argon2Hash ofNothing() {
        return new Argon2Hash(Cost.TODAY, random(16), random(32));
    }

    static Argon2Hash parse(String phc) {
        Matcher matcher = PHC.matcher(phc);
        if (!matcher.matches()) {
            throw new IllegalStateException("A stored password hash is not an Argon2id PHC string.");
        }
        Cost cost = new Cost(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3)));
        Base64.Decoder decoder = Base64.getDecoder();
        return new Argon2Hash(cost, decoder.decode(matcher.group(4)), decoder.decode(matcher.group(5)));
    }

    boolean matches(char[] password) {
        return MessageDigest.isEqual(hash, compute(cost, salt, password, hash.length));
    }

    /** Whether it was made with other parameters than today's. */
    boolean outdated() {
        return !cost.equals(Cost.TODAY);
    }

    @Override
    public String toString() {
        Base64.Encoder encoder = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(
                        cost.memoryKib(),
                        cost.passes(),
                        cost.lanes(),
                        encoder.encodeToString(salt),
                        encoder.encodeToString(hash));
    }

    private static byte[] compute(Cost cost, byte[] salt, char[] password, int length) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memoryKib())
                .withIterations(cost.passes())
                .withParallelism(cost.lanes())
                .withSalt(salt)
                .build());
        byte[] result = new byte[length];
        generator.generateBytes(password, result);
        return result;
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}

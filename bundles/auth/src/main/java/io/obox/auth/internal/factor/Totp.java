package io.obox.auth.internal.factor;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Codes by time, as RFC 6238 has them and every authenticator makes them: SHA-1, six digits, another one every 30 seconds. */
final class Totp {
    /** As long as what SHA-1 makes, which RFC 4226, 4 recommends. */
    static final int SECRET_BYTES = 20;

    private static final String ALGORITHM = "HmacSHA1";
    private static final int SECONDS = 30;
    private static final int DIGITS = 6;
    private static final int MODULUS = 1_000_000;
    private static final int LOW_BITS = 0xf;
    /** Clocks of phones are not quite right, and people need a while to type. */
    private static final int STEPS_OFF = 1;

    private Totp() {}

    static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), SECONDS);
    }

    /** The code of one step (RFC 4226, 5.3). */
    static String code(byte[] secret, long step) {
        ByteBuffer hash = ByteBuffer.wrap(hmac(secret, step));
        int offset = hash.get(hash.capacity() - 1) & LOW_BITS;
        int number = hash.getInt(offset) & Integer.MAX_VALUE;
        return String.format(Locale.ROOT, "%0" + DIGITS + "d", number % MODULUS);
    }

    private static byte[] hmac(byte[] secret, long step) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    /** The step that this is the code of, if it is one of those about now. */
    static OptionalLong matching(byte[] secret, String code, Instant now) {
        long present = step(now);
        return LongStream.rangeClosed(present - STEPS_OFF, present + STEPS_OFF)
                .filter(step -> same(code(secret, step), code))
                .max();
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }
}

package io.obox.auth.internal.apitoken;

import io.obox.auth.internal.token.Sha256;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * A token as its bearer has it: a prefix, 256 random bits, and their CRC-32, so that programs that look for lost secrets are sure of
 * what they have found, and a wrong letter is recognised without the database. Only its hash is stored, and it is never logged.
 */
final class ApiToken {
    static final String PREFIX = "obox_";

    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final BigInteger BASE = BigInteger.valueOf(DIGITS.length());
    private static final int BITS = 256;
    private static final int SECRET_LENGTH = 43;
    private static final int CHECKSUM_LENGTH = 6;
    private static final Pattern FORM =
            Pattern.compile("%s[0-9A-Za-z]{%d}".formatted(PREFIX, SECRET_LENGTH + CHECKSUM_LENGTH));

    private final String text;

    private ApiToken(String text) {
        this.text = text;
    }

    static ApiToken random(SecureRandom random) {
        String secret = base62(new BigInteger(BITS, random), SECRET_LENGTH);
        return new ApiToken(PREFIX + secret + checksum(secret));
    }

    /** Empty for what can't be one. */
    static Optional<ApiToken> parse(String text) {
        return FORM.matcher(text).matches() && hasItsChecksum(text)
                ? Optional.of(new ApiToken(text))
                : Optional.empty();
    }

    private static boolean hasItsChecksum(String text) {
        int end = PREFIX.length() + SECRET_LENGTH;
        return text.substring(end).equals(checksum(text.substring(PREFIX.length(), end)));
    }

    private static String checksum(String secret) {
        CRC32 crc = new CRC32();
        crc.update(secret.getBytes(StandardCharsets.US_ASCII));
        return base62(BigInteger.valueOf(crc.getValue()), CHECKSUM_LENGTH);
    }

    private static String base62(BigInteger number, int length) {
        char[] digits = new char[length];
        BigInteger rest = number;
        for (int i = length - 1; i >= 0; i--) {
            BigInteger[] parts = rest.divideAndRemainder(BASE);
            digits[i] = DIGITS.charAt(parts[1].intValue());
            rest = parts[0];
        }
        return new String(digits);
    }

    byte[] hash() {
        return Sha256.of(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** What it is known by in memory. */
    String fingerprint() {
        return HexFormat.of().formatHex(hash());
    }

    /** As it is shown to its owner, once. */
    String text() {
        return text;
    }
}

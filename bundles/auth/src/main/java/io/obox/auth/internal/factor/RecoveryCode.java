package io.obox.auth.internal.factor;

import io.obox.auth.internal.token.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What lets somebody in once without the authenticator: 80 random bits, of which only the hash is stored. */
record RecoveryCode(String text) {
    private static final int BYTES = 10;
    private static final int GROUP = 4;
    private static final Pattern FORM = Pattern.compile("[A-Z2-7]{16}");

    static RecoveryCode random(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new RecoveryCode(Base32.of(bytes));
    }

    /** As somebody has typed it: with or without the hyphens, and in any case. */
    static Optional<RecoveryCode> parse(String typed) {
        String letters = typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        return FORM.matcher(letters).matches() ? Optional.of(new RecoveryCode(letters)) : Optional.empty();
    }

    byte[] hash() {
        return Sha256.of(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** As it is shown, in groups. */
    String shown() {
        return text.replaceAll("(.{" + GROUP + "})(?!$)", "$1-").toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "RecoveryCode[]";
    }
}

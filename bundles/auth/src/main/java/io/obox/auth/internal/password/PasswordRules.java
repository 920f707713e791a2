package io.obox.auth.internal.password;

import java.util.Optional;

/** Which passwords may be chosen: long ones that are not the address. Nothing is asked of their characters. */
public final class PasswordRules {
    /** The password of a fresh embedded installation; everybody knows it. */
    public static final String KNOWN = "admin";

    /** Fewest characters. */
    public static final int MIN_LENGTH = 10;

    /** Most characters. */
    public static final int MAX_LENGTH = 256;

    private PasswordRules() {}

    /** What is wrong with it, in one sentence; empty if it may be chosen. */
    public static Optional<String> fault(String password, String email) {
        int length = password.codePointCount(0, password.length());
        if (length < MIN_LENGTH) {
            return Optional.of("A password needs at least " + MIN_LENGTH + " characters.");
        }
        if (length > MAX_LENGTH) {
            return Optional.of("A password has at most " + MAX_LENGTH + " characters.");
        }
        if (password.strip().equalsIgnoreCase(email)) {
            return Optional.of("The password must not be the e-mail address.");
        }
        return Optional.empty();
    }
}

package io.obox.auth.internal.seed;

import io.obox.auth.internal.password.PasswordRules;
import io.obox.message.Message;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The first administrator's password.
 *
 * @param mustChange whether it is good only for choosing another one
 * @param announced whether it must be told, for nobody knows it
 */
record FirstPassword(String text, boolean mustChange, boolean announced) {
    /** Without the characters that people take for each other. */
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";

    private static final int LENGTH = 20;

    /**
     * As the settings want it.
     *
     * @param given the chosen password, or empty
     * @param embedded whether the machine is one's own
     */
    static FirstPassword of(String given, boolean embedded) {
        if (!given.isEmpty()) {
            return new FirstPassword(given, false, false);
        }
        return embedded ? new FirstPassword(PasswordRules.KNOWN, true, false) : new FirstPassword(random(), true, true);
    }

    /** Why it may not be the password of this account, if it was chosen; the others are good for choosing another one only. */
    Optional<String> fault(String email) {
        return mustChange
                ? Optional.empty()
                : PasswordRules.unusable(text, email).map(Message::text);
    }

    /** Whether it was chosen, and may be guessed. */
    boolean isWeak() {
        return !mustChange && PasswordRules.isShort(text);
    }

    private static String random() {
        return new SecureRandom()
                .ints(LENGTH, 0, ALPHABET.length())
                .mapToObj(i -> String.valueOf(ALPHABET.charAt(i)))
                .collect(Collectors.joining());
    }

    @Override
    public String toString() {
        return "FirstPassword[mustChange=" + mustChange + "]";
    }
}

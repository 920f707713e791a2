package io.obox.auth.internal.account;

import java.util.Optional;
import java.util.regex.Pattern;

/** Which addresses an account may have: those that a field for addresses in a page takes, for people log in by one. */
public final class EmailRules {
    /** Most characters, as the protocol of mail has it. */
    public static final int MAX_LENGTH = 254;

    private static final String LABEL = "[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?";
    private static final Pattern ADDRESS =
            Pattern.compile("[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@" + LABEL + "(\\." + LABEL + ")*");

    private EmailRules() {}

    /** What is wrong with it, in one sentence; empty if an account may have it. */
    public static Optional<String> fault(String email) {
        if (email.length() > MAX_LENGTH) {
            return Optional.of("An e-mail address has at most " + MAX_LENGTH + " characters.");
        }
        return ADDRESS.matcher(email).matches()
                ? Optional.empty()
                : Optional.of("An e-mail address is like admin@example.org.");
    }
}

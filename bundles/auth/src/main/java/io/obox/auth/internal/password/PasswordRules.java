package io.obox.auth.internal.password;

import io.obox.auth.internal.message.AuthMessage;
import io.obox.message.Message;
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
    public static Optional<Message> fault(String password, String email) {
        return isShort(password)
                ? Optional.of(AuthMessage.PASSWORD_TOO_SHORT.with(MIN_LENGTH))
                : unusable(password, email);
    }

    /** Whether it can be guessed for its length alone. */
    public static boolean isShort(String password) {
        return password.codePointCount(0, password.length()) < MIN_LENGTH;
    }

    /** What makes it unfit even for an operator, who may choose a short one; in one sentence. */
    public static Optional<Message> unusable(String password, String email) {
        if (password.codePointCount(0, password.length()) > MAX_LENGTH) {
            return Optional.of(AuthMessage.PASSWORD_TOO_LONG.with(MAX_LENGTH));
        }
        if (password.strip().equalsIgnoreCase(email)) {
            return Optional.of(AuthMessage.PASSWORD_IS_ADDRESS.with());
        }
        return Optional.empty();
    }
}

package io.obox.mail.internal.words;

import io.obox.mail.internal.message.MailMessage;
import io.obox.problem.FieldValues;
import java.util.regex.Pattern;

/** Which addresses mails go to: those that a field for addresses in a page takes. Nothing else of a header fits in. */
public final class Addresses {
    private static final int MAX_LENGTH = 254;
    private static final String LABEL = "[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?";
    private static final Pattern ADDRESS =
            Pattern.compile("[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@" + LABEL + "(?:\\." + LABEL + ")*");

    private Addresses() {}

    /** Whether a mail can go there, or come from there. */
    public static boolean good(String email) {
        return email.length() <= MAX_LENGTH && ADDRESS.matcher(email).matches();
    }

    /**
     * The address, if a mail can go there.
     *
     * @throws io.obox.problem.ProblemException {@code validation}
     */
    static String checked(String email) {
        if (!good(email)) {
            throw FieldValues.refused("/email", MailMessage.NO_ADDRESS.with());
        }
        return email;
    }
}

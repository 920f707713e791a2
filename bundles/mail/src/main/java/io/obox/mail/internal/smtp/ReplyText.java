package io.obox.mail.internal.smtp;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a mail server answered, for people: one line, of a length that can be read, without anything that may be a credential. */
final class ReplyText {
    private static final int MAX_LENGTH = 300;
    private static final Pattern LINK = Pattern.compile("(?i)https?://\\S+");
    private static final Pattern BREAK = Pattern.compile("[\\p{Cntrl}\\s]+");

    private ReplyText() {}

    static String of(@Nullable String answer) {
        String line = BREAK.matcher(answer == null ? "" : answer).replaceAll(" ");
        String safe = LINK.matcher(line).replaceAll("…").strip();
        return safe.length() <= MAX_LENGTH ? safe : safe.substring(0, MAX_LENGTH) + "…";
    }
}

package io.obox.mail.internal.words;

import java.util.regex.Pattern;

/** Texts of others as they may stand in a mail: no header, no line and no direction of writing begins in them. */
final class Lines {
    /** The longest text that is put into a mail, in characters of Unicode. */
    static final int MAX_LENGTH = 200;

    private static final Pattern BREAKING = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\u202a-\\u202e\\u2066-\\u2069]+");

    private Lines() {}

    /** The same in one line. */
    static String one(String text) {
        String line = BREAKING.matcher(text).replaceAll(" ").strip();
        return line.codePointCount(0, line.length()) <= MAX_LENGTH
                ? line
                : line.substring(0, line.offsetByCodePoints(0, MAX_LENGTH));
    }
}

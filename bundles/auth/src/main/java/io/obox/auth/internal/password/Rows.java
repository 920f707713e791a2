package io.obox.auth.internal.password;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What lies side by side: in the alphabet, among the figures, and on the keyboards of several countries. */
final class Rows {
    private static final String[] ROWS = {
        "abcdefghijklmnopqrstuvwxyz",
        "01234567890",
        "qwertyuiop",
        "asdfghjkl",
        "zxcvbnm",
        "azertyuiop",
        "qsdfghjklm",
        "wxcvbn",
        "qwertzuiop",
        "yxcvbnm",
        "1qaz",
        "2wsx",
        "3edc",
        "4rfv",
        "5tgb",
        "6yhn",
        "7ujm",
        "1q2w3e4r5t6y7u8i9o0p",
        "!@#$%^&*()"
    };
    private static final int LEAST = 3;

    private Rows() {}

    /** Whether the text is made of parts of such rows, in either direction, or of one character each, that are four characters on average. */
    static boolean cover(String text) {
        long breaks = IntStream.range(1, text.length())
                .filter(i -> !follows(text.charAt(i - 1), text.charAt(i)))
                .count();
        return text.length() >= LEAST && (breaks + 1) * (LEAST + 1) <= Math.max(text.length(), LEAST + 1);
    }

    private static boolean follows(char before, char after) {
        String there = "" + before + after;
        String back = "" + after + before;
        return before == after || Stream.of(ROWS).anyMatch(row -> row.contains(there) || row.contains(back));
    }
}

package io.obox.web.internal.problem;

import io.obox.problem.FieldError;
import io.obox.web.internal.message.HttpMessage;

/** The one character that no text from outside may hold: the database can't keep it. */
public final class NullCharacter {
    private NullCharacter() {}

    /** Whether a text holds it. */
    public static boolean isIn(String text) {
        return text.indexOf('\0') >= 0;
    }

    /** What is said of the value at a pointer. */
    public static FieldError error(String pointer) {
        return FieldError.of(pointer, HttpMessage.NUL.with());
    }
}

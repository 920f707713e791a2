package io.obox.problem;

import io.obox.message.Message;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One fault of one field of a request.
 *
 * @param pointer JSON pointer (RFC 6901) to the field, such as {@code /name}; {@code ""} for the whole document
 * @param detail one sentence that says what is wrong with it, in English
 * @param code by which the sentence is found in other languages, or null ({@link Message})
 * @param args the arguments of the sentence
 */
public record FieldError(
        String pointer, String detail, @Nullable String code, Map<String, Object> args) {
    /** Copies the arguments. */
    public FieldError {
        args = Message.copy(args);
    }

    /** Said in English only. */
    public FieldError(String pointer, String detail) {
        this(pointer, detail, null, Map.of());
    }

    /** Said by a message. */
    public static FieldError of(String pointer, Message detail) {
        return new FieldError(pointer, detail.text(), detail.code(), detail.args());
    }
}

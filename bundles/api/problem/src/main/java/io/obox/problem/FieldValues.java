package io.obox.problem;

import io.obox.message.Message;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads values that people send as texts, and says the same of the same fault wherever it is. What is missing is read as null.
 */
public final class FieldValues {
    private FieldValues() {}

    /**
     * An id.
     *
     * @param pointer JSON pointer to the field, or {@code /} and the name of a query parameter
     * @throws ProblemException {@code validation}
     */
    public static @Nullable UUID id(String pointer, @Nullable String text) {
        return read(pointer, text, UUID::fromString, ProblemMessage.NOT_AN_ID.with());
    }

    /**
     * A constant by its name as it is.
     *
     * @throws ProblemException {@code validation}
     */
    public static <E extends Enum<E>> @Nullable E constant(String pointer, @Nullable String text, Class<E> type) {
        return oneOf(pointer, text, type, Enum::name);
    }

    /**
     * A constant by its name in lower case.
     *
     * @throws ProblemException {@code validation}
     */
    public static <E extends Enum<E>> @Nullable E word(String pointer, @Nullable String text, Class<E> type) {
        return oneOf(pointer, text, type, constant -> constant.name().toLowerCase(Locale.ROOT));
    }

    /** The refusal of one value. */
    public static ProblemException refused(String pointer, Message detail) {
        return new ProblemException(Problem.validation(List.of(FieldError.of(pointer, detail))));
    }

    /** The refusal of one value, in English only. */
    public static ProblemException refused(String pointer, String detail) {
        return refused(pointer, Message.plain(detail));
    }

    /** The refusal of a value that is none of these. */
    public static ProblemException noneOf(String pointer, String values) {
        return refused(pointer, ProblemMessage.NOT_ONE_OF.with(values));
    }

    /**
     * Anything that is read by a function.
     *
     * @param reading throws {@link IllegalArgumentException} for what it can't read
     * @param fault what is then said
     * @throws ProblemException {@code validation}
     */
    public static <T> @Nullable T read(
            String pointer, @Nullable String text, Function<String, T> reading, Message fault) {
        try {
            return text == null ? null : reading.apply(text);
        } catch (IllegalArgumentException e) {
            throw refused(pointer, fault);
        }
    }

    /**
     * The same, in English only.
     *
     * @throws ProblemException {@code validation}
     */
    public static <T> @Nullable T read(
            String pointer, @Nullable String text, Function<String, T> reading, String fault) {
        return read(pointer, text, reading, Message.plain(fault));
    }

    private static <E extends Enum<E>> @Nullable E oneOf(
            String pointer, @Nullable String text, Class<E> type, Function<E, String> naming) {
        if (text == null) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> naming.apply(constant).equals(text))
                .findFirst()
                .orElseThrow(() -> noneOf(pointer, names(type, naming)));
    }

    private static <E extends Enum<E>> String names(Class<E> type, Function<E, String> naming) {
        return Arrays.stream(type.getEnumConstants()).map(naming).collect(Collectors.joining(", "));
    }
}

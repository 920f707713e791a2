package io.obox.vm.internal.rest;

import io.obox.problem.FieldError;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values that come as texts. */
final class Texts {
    private Texts() {}

    static @Nullable UUID id(@Nullable String text, String pointer) {
        return read(text, pointer, "This is no id.", UUID::fromString);
    }

    /** A constant by its name as it is. */
    static <E extends Enum<E>> @Nullable E constant(@Nullable String text, String pointer, Class<E> type) {
        return read(text, pointer, "There are: " + names(type) + ".", name -> Enum.valueOf(type, name));
    }

    /** A constant by its name in lower case. */
    static <E extends Enum<E>> @Nullable E word(@Nullable String text, String pointer, Class<E> type) {
        String words = names(type).toLowerCase(Locale.ROOT);
        if (text != null && !text.equals(text.toLowerCase(Locale.ROOT))) {
            throw wrong(pointer, "There are: " + words + ".");
        }
        return read(
                text, pointer, "There are: " + words + ".", word -> Enum.valueOf(type, word.toUpperCase(Locale.ROOT)));
    }

    static ProblemException wrong(String pointer, String detail) {
        return new ProblemException(Problem.validation(List.of(new FieldError(pointer, detail))));
    }

    private static <T> @Nullable T read(
            @Nullable String text, String pointer, String fault, Function<String, T> reading) {
        try {
            return text == null ? null : reading.apply(text);
        } catch (IllegalArgumentException e) {
            throw wrong(pointer, fault);
        }
    }

    private static <E extends Enum<E>> String names(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
    }
}

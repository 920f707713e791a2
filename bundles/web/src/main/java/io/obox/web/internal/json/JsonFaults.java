package io.obox.web.internal.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.obox.problem.FieldError;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is wrong with a JSON document, in words that name no class. */
final class JsonFaults {
    private static final int DEPTH = 10;
    /** The parser has no exception of its own for it. */
    private static final Pattern TWICE = Pattern.compile("Duplicate field '(.*)'", Pattern.DOTALL);

    private static final String A_NUMBER = "a number that fits here";

    private JsonFaults() {}

    /** What to throw in its place: what the reading of a value has thrown on purpose, or else what is wrong with the JSON. */
    static ProblemException exception(JsonProcessingException thrown) {
        return Stream.iterate(thrown.getCause(), cause -> cause != null, Throwable::getCause)
                .limit(DEPTH)
                .filter(ProblemException.class::isInstance)
                .map(ProblemException.class::cast)
                .findFirst()
                .orElseGet(() -> new ProblemException(problem(thrown), thrown));
    }

    private static Problem problem(JsonProcessingException thrown) {
        return switch (thrown) {
            case UnrecognizedPropertyException unknown -> at(unknown, "There is no such field.");
            case MismatchedInputException mismatch ->
                at(mismatch, "This must be " + wanted(mismatch.getTargetType()) + ".");
            case JsonMappingException mapping
            when mapping.getCause() instanceof InputCoercionException -> at(mapping, "This must be " + A_NUMBER + ".");
            case StreamConstraintsException large -> tooLarge();
            case JsonMappingException mapping
            when mapping.getCause() instanceof StreamConstraintsException -> tooLarge();
            default -> malformed(thrown);
        };
    }

    private static Problem tooLarge() {
        return Problem.of(
                "too-large",
                "Too large",
                413,
                "The body is nested too deeply, has too many values, or a longer text than OBox takes.");
    }

    private static Problem at(JsonMappingException thrown, String detail) {
        return Problem.validation(List.of(new FieldError(pointer(thrown), detail)));
    }

    private static Problem malformed(JsonProcessingException thrown) {
        JsonLocation where = thrown.getLocation();
        String place = where == null ? "" : " at line " + where.getLineNr() + ", column " + where.getColumnNr();
        Matcher twice = TWICE.matcher(thrown.getOriginalMessage());
        return Problem.malformed(
                twice.matches()
                        ? "The name \"" + twice.group(1) + "\" appears twice in the same object of the body" + place
                                + "."
                        : "The body is not valid JSON" + place + ".");
    }

    private static String wanted(Class<?> type) {
        if (type == null) {
            return "something else";
        }
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", "));
        }
        if (type == String.class) {
            return "a text";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == UUID.class) {
            return "an id";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return A_NUMBER;
        }
        if (Iterable.class.isAssignableFrom(type) || type.isArray()) {
            return "a list";
        }
        return type.getName().startsWith("java.time.") ? "a time as in RFC 3339" : "an object";
    }

    /** JSON pointer (RFC 6901) to what could not be read. */
    private static String pointer(JsonMappingException thrown) {
        return thrown.getPath().stream()
                .map(r -> r.getFieldName() == null
                        ? Integer.toString(r.getIndex())
                        : r.getFieldName().replace("~", "~0").replace("/", "~1"))
                .map(step -> "/" + step)
                .collect(Collectors.joining());
    }
}

package io.obox.web.internal.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.obox.message.Message;
import io.obox.problem.FieldError;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.problem.StandardProblem;
import io.obox.web.internal.message.JsonMessage;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is wrong with a JSON document, in words that name no class. */
final class JsonFaults {
    private static final int DEPTH = 10;
    /** The parser has no exception of its own for it. */
    private static final Pattern TWICE = Pattern.compile("Duplicate field '(.*)'", Pattern.DOTALL);

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
            case UnrecognizedPropertyException unknown -> at(unknown, JsonMessage.NO_SUCH_FIELD.with());
            case MismatchedInputException mismatch ->
                at(mismatch, JsonMessage.MUST_BE.with(wanted(mismatch.getTargetType())));
            case JsonMappingException mapping
            when mapping.getCause() instanceof InputCoercionException ->
                at(mapping, JsonMessage.MUST_BE.with(JsonMessage.NUMBER.with()));
            case StreamConstraintsException large -> tooLarge();
            case JsonMappingException mapping
            when mapping.getCause() instanceof StreamConstraintsException -> tooLarge();
            default -> malformed(thrown);
        };
    }

    private static Problem tooLarge() {
        return StandardProblem.TOO_LARGE.of(JsonMessage.TOO_MUCH.with());
    }

    private static Problem at(JsonMappingException thrown, Message detail) {
        return Problem.validation(List.of(FieldError.of(pointer(thrown), detail)));
    }

    private static Problem malformed(JsonProcessingException thrown) {
        Matcher twice = TWICE.matcher(thrown.getOriginalMessage());
        return Problem.malformed(
                twice.matches() ? twice(twice.group(1), thrown.getLocation()) : invalid(thrown.getLocation()));
    }

    private static Message twice(String name, @Nullable JsonLocation at) {
        return at == null
                ? JsonMessage.TWICE.with(name)
                : JsonMessage.TWICE_AT.with(name, at.getLineNr(), at.getColumnNr());
    }

    private static Message invalid(@Nullable JsonLocation at) {
        return at == null ? JsonMessage.INVALID.with() : JsonMessage.INVALID_AT.with(at.getLineNr(), at.getColumnNr());
    }

    private static Message wanted(Class<?> type) {
        if (type == null) {
            return JsonMessage.SOMETHING_ELSE.with();
        }
        return type.isEnum()
                ? JsonMessage.ONE_OF.with(Arrays.stream(type.getEnumConstants())
                        .map(Object::toString)
                        .collect(Collectors.joining(", ")))
                : kind(type).with();
    }

    private static JsonMessage kind(Class<?> type) {
        if (type == String.class) {
            return JsonMessage.TEXT;
        }
        if (type == boolean.class || type == Boolean.class) {
            return JsonMessage.TRUTH;
        }
        if (type == UUID.class) {
            return JsonMessage.ID;
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return JsonMessage.NUMBER;
        }
        if (Iterable.class.isAssignableFrom(type) || type.isArray()) {
            return JsonMessage.LIST;
        }
        return type.getName().startsWith("java.time.") ? JsonMessage.TIME : JsonMessage.OBJECT;
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

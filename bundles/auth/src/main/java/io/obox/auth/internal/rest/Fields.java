package io.obox.auth.internal.rest;

import io.obox.auth.internal.message.AuthMessage;
import io.obox.problem.FieldError;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields that a body must have. All that are missing are told of at once. */
final class Fields {
    private final List<FieldError> errors = new ArrayList<>();

    static <T> T body(@Nullable T body) {
        if (body == null) {
            throw new ProblemException(Problem.malformed(AuthMessage.NO_BODY.with()));
        }
        return body;
    }

    /** The value, or an empty text that {@link #check} refuses. */
    String text(@Nullable String value, String pointer) {
        if (value == null || value.isBlank()) {
            errors.add(FieldError.of(pointer, AuthMessage.FIELD_EMPTY.with()));
            return "";
        }
        return value;
    }

    void check() {
        if (!errors.isEmpty()) {
            throw new ProblemException(Problem.validation(errors));
        }
    }
}

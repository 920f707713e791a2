package io.obox.auth.internal.rest;

import io.obox.problem.FieldError;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fields that a body must have. */
final class Fields {
    private Fields() {}

    static <T> T body(@Nullable T body) {
        if (body == null) {
            throw new ProblemException(Problem.malformed("The request has no body."));
        }
        return body;
    }

    static String text(@Nullable String value, String pointer) {
        if (value == null || value.isBlank()) {
            throw new ProblemException(
                    Problem.validation(List.of(new FieldError(pointer, "This field must not be empty."))));
        }
        return value;
    }
}

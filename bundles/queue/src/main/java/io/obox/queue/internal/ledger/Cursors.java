package io.obox.queue.internal.ledger;

import io.obox.problem.FieldError;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import java.util.List;
import java.util.UUID;

/** Reads the cursors that lists gave out. */
final class Cursors {
    private Cursors() {}

    static UUID id(String cursor) {
        try {
            return UUID.fromString(cursor);
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
    }

    static long number(String cursor) {
        try {
            return Long.parseLong(cursor);
        } catch (NumberFormatException e) {
            throw unknown();
        }
    }

    private static ProblemException unknown() {
        return new ProblemException(
                Problem.validation(List.of(new FieldError("/cursor", "This is no cursor that a list gave out."))));
    }
}

package io.obox.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.obox.problem.FieldError;
import io.obox.problem.FieldValues;
import io.obox.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

final class FieldValuesTest {
    private enum Colour {
        RED,
        GREEN
    }

    @Test
    void whatIsMissingIsNull() {
        assertThat(FieldValues.id("/owner", null)).isNull();
        assertThat(FieldValues.constant("/colour", null, Colour.class)).isNull();
        assertThat(FieldValues.word("/colour", null, Colour.class)).isNull();
        assertThat(PageRequest.parse(null, null)).isEqualTo(PageRequest.first());
        assertThat(PageRequest.first().<UUID>after(UUID::fromString)).isNull();
    }

    @Test
    void whatFitsIsRead() {
        UUID id = new UUID(1, 2);
        assertThat(FieldValues.id("/owner", id.toString())).isEqualTo(id);
        assertThat(FieldValues.constant("/colour", "RED", Colour.class)).isEqualTo(Colour.RED);
        assertThat(FieldValues.word("/colour", "red", Colour.class)).isEqualTo(Colour.RED);
        assertThat(PageRequest.parse("200", id.toString()).<UUID>after(UUID::fromString))
                .isEqualTo(id);
    }

    @Test
    void whatDoesNotFitIsPointedTo() {
        refused(
                new FieldError("/owner", "This must be an id.", "problem.not-an-id", Map.of()),
                () -> FieldValues.id("/owner", "me"));
        refused(
                oneOf("This must be one of RED, GREEN.", "RED, GREEN"),
                () -> FieldValues.constant("/colour", "red", Colour.class));
        refused(
                oneOf("This must be one of red, green.", "red, green"),
                () -> FieldValues.word("/colour", "Red", Colour.class));
        refused(
                FieldError.of("/cursor", PageMessage.CURSOR.with()),
                () -> new PageRequest(1, "x").<UUID>after(UUID::fromString));
        for (String limit : List.of("0", "201", "many", "")) {
            refused(
                    new FieldError("/limit", "This must be a number from 1 to 200.", "page.limit", Map.of("most", 200)),
                    () -> PageRequest.parse(limit, null));
        }
    }

    private static FieldError oneOf(String detail, String values) {
        return new FieldError("/colour", detail, "problem.not-one-of", Map.of("values", values));
    }

    private static void refused(FieldError fault, ThrowingCallable reading) {
        assertThatThrownBy(reading)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().errors()).containsExactly(fault));
    }
}

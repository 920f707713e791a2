package io.obox.shell.internal.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.obox.problem.FieldError;
import io.obox.problem.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandFailureTest {
    @Test
    void aProblemIsToldWithItsFieldsAndItsRemedy() {
        Problem problem = Problem.validation(
                        List.of(new FieldError("/name", "Too long."), new FieldError("/vcpus", "Too many.")))
                .withRemedy("Take less.");
        assertThat(CommandFailure.of(problem).toString().lines())
                .containsExactly(
                        "error: Some values can't be accepted.",
                        "  name: Too long.",
                        "  vcpus: Too many.",
                        "Take less.");
    }
}

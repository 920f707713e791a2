package io.obox.vm.internal.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.obox.problem.FieldError;
import io.obox.problem.ProblemException;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What a call is refused with. */
public final class Refusals {
    private Refusals() {}

    /** Checks what kind of refusal a call ends with. */
    public static void refused(String slug, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().slug()).isEqualTo(slug));
    }

    /** Pointers to the fields that a call is refused for. */
    public static List<String> faults(ThrowingCallable call) {
        Throwable thrown = catchThrowable(call);
        assertThat(thrown).isInstanceOf(ProblemException.class);
        return ((ProblemException) thrown)
                .problem().errors().stream().map(FieldError::pointer).toList();
    }
}

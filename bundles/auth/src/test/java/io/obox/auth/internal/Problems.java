package io.obox.auth.internal;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Looks at what is refused. */
public final class Problems {
    private Problems() {}

    /** The problem that the call must end with. */
    public static Problem problemOf(ThrowingCallable call) {
        ProblemException thrown = catchThrowableOfType(ProblemException.class, call);
        if (thrown == null) {
            throw new AssertionError("Nothing was refused.");
        }
        return thrown.problem();
    }
}

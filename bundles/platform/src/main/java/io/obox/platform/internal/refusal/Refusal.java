package io.obox.platform.internal.refusal;

import io.obox.message.Message;
import io.obox.platform.internal.message.UpdateProblem;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Makes refusals. */
public final class Refusal {
    private Refusal() {}

    /** A refusal in whole sentences. */
    public static ProblemException of(String detail) {
        return new ProblemException(problem(detail, null));
    }

    /** The same with what can be done about it. */
    public static ProblemException of(String detail, String remedy) {
        return new ProblemException(problem(detail, remedy));
    }

    /** The same with what it came of. */
    public static ProblemException of(String detail, Throwable cause) {
        return new ProblemException(problem(detail, null), cause);
    }

    /** What others say of a fault, as a sentence. */
    public static String sentence(@Nullable String words) {
        String text = words == null ? "It failed" : words.strip();
        return text.endsWith(".") ? text : text + ".";
    }

    /** As it is kept. */
    public static Problem problem(String detail, @Nullable String remedy) {
        Problem problem = UpdateProblem.UPDATE_REFUSED.of(Message.plain(detail));
        return remedy == null ? problem : problem.withRemedy(remedy);
    }
}

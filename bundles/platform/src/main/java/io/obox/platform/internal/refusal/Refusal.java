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
    public static ProblemException of(Message detail) {
        return new ProblemException(problem(detail));
    }

    /** The same with what can be done about it. */
    public static ProblemException of(Message detail, Message remedy) {
        return new ProblemException(problem(detail).withRemedy(remedy));
    }

    /** The same with what it came of. */
    public static ProblemException of(Message detail, Throwable cause) {
        return new ProblemException(problem(detail), cause);
    }

    /** With what others say of a fault, as a sentence. */
    public static ProblemException passedOn(Exception fault) {
        return of(Message.plain(sentence(fault.getMessage())), fault);
    }

    private static String sentence(@Nullable String words) {
        String text = words == null ? "It failed" : words.strip();
        return text.endsWith(".") ? text : text + ".";
    }

    /** As it is kept. */
    public static Problem problem(Message detail) {
        return UpdateProblem.UPDATE_REFUSED.of(detail);
    }

    /** The same with the remedy of another one. */
    public static Problem problem(Message detail, Problem remedied) {
        Problem problem = problem(detail);
        String remedy = remedied.remedy();
        return remedy == null
                ? problem
                : problem.withRemedy(new Message(remedied.remedyCode(), remedied.remedyArgs(), remedy));
    }

    /** As a row has it, which knows the English alone. */
    public static Problem read(String detail, @Nullable String remedy) {
        Problem problem = problem(Message.plain(detail));
        return remedy == null ? problem : problem.withRemedy(remedy);
    }
}

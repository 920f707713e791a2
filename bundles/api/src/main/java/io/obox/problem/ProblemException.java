package io.obox.problem;

/** Thrown by every service for a fault that its caller is to be told of. Anything else that is thrown is a bug. */
public class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    /** With no cause to log. */
    public ProblemException(Problem problem) {
        super(problem.slug() + ": " + problem.detail());
        this.problem = problem;
    }

    /** With the cause, which is logged but never shown. */
    public ProblemException(Problem problem, Throwable cause) {
        super(problem.slug() + ": " + problem.detail(), cause);
        this.problem = problem;
    }

    /** What to tell the caller. */
    public Problem problem() {
        return problem;
    }
}

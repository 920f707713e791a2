package io.obox.job;

import io.obox.problem.Problem;

/** An attempt failed, with what to tell people of it. */
public class JobFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final boolean retryable;

    /**
     * Ends the attempt.
     *
     * @param retryable whether another attempt may succeed; if not, the job is discarded at once
     */
    public JobFailure(Problem problem, boolean retryable, Throwable cause) {
        super(problem.detail(), cause);
        this.problem = problem;
        this.retryable = retryable;
    }

    /** The same without a cause to log. */
    public JobFailure(Problem problem, boolean retryable) {
        super(problem.detail());
        this.problem = problem;
        this.retryable = retryable;
    }

    /** What is stored with the job. */
    public Problem problem() {
        return problem;
    }

    /** Whether another attempt may succeed. */
    public boolean retryable() {
        return retryable;
    }
}

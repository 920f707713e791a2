package io.obox.problem;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Thrown by every service for a fault that its caller is to be told of. Anything else that is thrown is a bug. */
public class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final @Nullable Duration retryAfter;

    /** With no cause to log. */
    public ProblemException(Problem problem) {
        super(problem.slug() + ": " + problem.detail());
        this.problem = problem;
        this.retryAfter = null;
    }

    /** With the time after which the same request may succeed. */
    public ProblemException(Problem problem, Duration retryAfter) {
        super(problem.slug() + ": " + problem.detail());
        this.problem = problem;
        this.retryAfter = retryAfter;
    }

    /** With the cause, which is logged but never shown. */
    public ProblemException(Problem problem, Throwable cause) {
        super(problem.slug() + ": " + problem.detail(), cause);
        this.problem = problem;
        this.retryAfter = null;
    }

    /** What to tell the caller. */
    public Problem problem() {
        return problem;
    }

    /** After how long the same request may succeed, or empty if nobody knows; over HTTP the header Retry-After. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}

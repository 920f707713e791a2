package io.obox.web.internal.problem;

import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import java.time.Duration;
import java.util.Map;

/**
 * A problem as a response.
 *
 * @param headers what goes with it beside the document, such as {@code Retry-After}
 */
public record Fault(Problem problem, Map<String, String> headers) {
    private static final Duration SOON = Duration.ofSeconds(2);

    /** A problem without headers of its own. */
    public static Fault of(Problem problem) {
        return problem.status() == 503 ? of(problem, SOON) : new Fault(problem, Map.of());
    }

    /** What a service has thrown on purpose. */
    public static Fault of(ProblemException exception) {
        return exception
                .retryAfter()
                .map(after -> of(exception.problem(), after))
                .orElseGet(() -> of(exception.problem()));
    }

    private static Fault of(Problem problem, Duration retryAfter) {
        long seconds = Math.max(1, retryAfter.plusMillis(999).toSeconds());
        return new Fault(problem, Map.of("Retry-After", Long.toString(seconds)));
    }
}

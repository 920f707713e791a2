package io.obox.web.internal.problem;

import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.web.internal.message.HttpMessage;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpException;

/** What is wrong with a body that did not arrive. It is its sender's doing, or that of the way to here. */
public final class BodyFaults {
    private static final int DEPTH = 10;
    private static final int REQUEST_TIMEOUT = 408;

    private BodyFaults() {}

    /** What to throw in the place of what was thrown while the body was read. */
    public static ProblemException exception(Exception thrown) {
        Problem problem = causes(thrown).anyMatch(BodyFaults::isLate)
                ? HttpFaults.status(REQUEST_TIMEOUT)
                : Problem.malformed(HttpMessage.BODY_CUT_OFF.with());
        return new ProblemException(problem, thrown);
    }

    private static boolean isLate(Throwable thrown) {
        return thrown instanceof TimeoutException
                || thrown instanceof HttpException http && http.getCode() == REQUEST_TIMEOUT;
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(DEPTH);
    }
}

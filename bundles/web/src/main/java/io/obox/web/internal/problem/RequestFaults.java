package io.obox.web.internal.problem;

import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.problem.StandardProblem;
import io.obox.web.internal.message.WebMessage;
import jakarta.ws.rs.WebApplicationException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.glassfish.jersey.message.internal.HeaderValueException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says of anything that was thrown while a request was served what its sender is told. */
public final class RequestFaults {
    private static final Logger LOG = LoggerFactory.getLogger(RequestFaults.class);
    private static final SecureRandom RANDOM = new SecureRandom();

    private RequestFaults() {}

    /**
     * The fault that an exception stands for. Whatever nobody has thrown on purpose is a bug: it is logged in full, and the
     * sender gets no more than the reference under which the log has it.
     */
    public static Fault of(Throwable thrown) {
        return switch (thrown) {
            case ProblemException problem -> known(problem);
            case WebApplicationException http -> HttpFaults.of(http);
            case HeaderValueException header -> HttpFaults.of(header);
            case Throwable other when cause(other) instanceof ProblemException problem -> known(problem);
            default -> bug(thrown);
        };
    }

    private static Throwable cause(Throwable thrown) {
        return Stream.iterate(thrown, t -> t != null, Throwable::getCause)
                .limit(10)
                .filter(ProblemException.class::isInstance)
                .findFirst()
                .orElse(thrown);
    }

    private static Fault known(ProblemException exception) {
        if (exception.problem().status() >= 500) {
            LOG.warn("{}", exception.getMessage(), exception.getCause());
        }
        return Fault.of(exception);
    }

    static Fault bug(Throwable thrown) {
        return Fault.of(incident(500, thrown));
    }

    static Problem incident(int status, Throwable thrown) {
        byte[] reference = new byte[6];
        RANDOM.nextBytes(reference);
        String incident = HexFormat.of().formatHex(reference);
        LOG.error("incident {}: an unexpected exception ended a request", incident, thrown);
        return StandardProblem.INTERNAL
                .of(status, WebMessage.INTERNAL.with())
                .withRemedy(WebMessage.TELL_INCIDENT.with(incident))
                .withIncident(incident);
    }
}

package io.obox.queue.internal.execution;

import io.obox.problem.Problem;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Faults that are OBox's own: the log tells of them, people get a reference to it. */
final class Incidents {
    private static final Logger LOG = LoggerFactory.getLogger(Incidents.class);

    private Incidents() {}

    static Problem log(String what, Throwable fault) {
        String incident = UUID.randomUUID().toString();
        LOG.error("Incident {}: {}", incident, what, fault);
        return Problem.of("internal", "Internal error", 500, "Something went wrong in OBox itself.")
                .withIncident(incident)
                .withRemedy("Try again; if it happens again, give the incident number to your administrator.");
    }
}

package io.obox.queue.internal.execution;

import io.obox.problem.Problem;
import io.obox.problem.StandardProblem;
import io.obox.queue.internal.message.JobMessage;
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
        return StandardProblem.INTERNAL
                .of(JobMessage.INTERNAL.with())
                .withIncident(incident)
                .withRemedy(JobMessage.GIVE_INCIDENT.with());
    }
}

package io.obox.queue.internal.health;

import io.obox.queue.internal.JobWorker;
import java.time.Duration;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says whether this node looks for work, and whether jobs wait for too long. */
@Component(property = {HealthCheck.NAME + "=Jobs", HealthCheck.TAGS + "=ready", HealthCheck.TAGS + "=jobs"})
public final class WorkerCheck implements HealthCheck {
    private static final Duration SILENCE = Duration.ofSeconds(60);
    private static final Duration WAIT = Duration.ofMinutes(10);

    private final JobWorker worker;

    /** Of this node's worker. */
    @Activate
    public WorkerCheck(@Reference JobWorker worker) {
        this.worker = worker;
    }

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
        if (worker.workers() == 0) {
            log.info("This node runs no jobs.");
        } else if (worker.silence().compareTo(SILENCE) > 0) {
            log.critical(
                    "Nobody has looked for jobs for {} s. Restart the queue bundle, or this node.",
                    worker.silence().toSeconds());
        } else if (worker.stuck() > 0) {
            log.warn(
                    "{} handlers of jobs do not stop, and take processor time. Restart this node when it suits you.",
                    worker.stuck());
        } else if (worker.oldestWaiting().compareTo(WAIT) > 0) {
            log.warn(
                    "A job has waited for {} minutes. Give nodes more workers, or look for jobs that take too long.",
                    worker.oldestWaiting().toMinutes());
        } else {
            log.info("Up to {} jobs run here at once.", worker.workers());
        }
        return new Result(log);
    }
}

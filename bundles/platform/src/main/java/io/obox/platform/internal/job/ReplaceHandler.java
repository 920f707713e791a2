package io.obox.platform.internal.job;

import io.obox.job.JobContext;
import io.obox.job.JobFailure;
import io.obox.job.JobHandler;
import io.obox.job.JobState;
import io.obox.job.RetryPolicy;
import io.obox.lifecycle.ReplacementStep;
import io.obox.platform.internal.Machine;
import io.obox.platform.internal.message.UpdateMessage;
import io.obox.platform.internal.refusal.Refusal;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Brings a new version to serve. A further attempt tries nothing again: it finds out where the one before it was cut off. */
@Component(service = JobHandler.class, property = JobHandler.KIND + "=" + Machine.REPLACE)
public final class ReplaceHandler implements JobHandler<Machine.Order> {
    private static final RetryPolicy POLICY = new RetryPolicy(5, Duration.ofSeconds(1), Duration.ofSeconds(1));

    private final Machine machine;

    /** Within the bundle. */
    @Activate
    public ReplaceHandler(@Reference Machine machine) {
        this.machine = machine;
    }

    @Override
    public String kind() {
        return Machine.REPLACE;
    }

    @Override
    public Class<Machine.Order> argsType() {
        return Machine.Order.class;
    }

    @Override
    public RetryPolicy retryPolicy() {
        return POLICY;
    }

    @Override
    public void handle(Machine.Order order, JobContext context) throws Exception {
        try {
            machine.replace(order.replacement(), step -> tell(context, step));
        } catch (ProblemException e) {
            throw new JobFailure(e.problem(), e.problem().status() == 503, e);
        }
    }

    @Override
    public void ended(Machine.Order order, JobState state, @Nullable Problem problem) {
        if (state != JobState.COMPLETED) {
            machine.abandon(
                    order.replacement(), problem == null ? Refusal.problem(UpdateMessage.CANCELLED.with()) : problem);
        }
    }

    private static void tell(JobContext context, ReplacementStep step) {
        switch (step) {
            case PREPARING -> context.progress(10, UpdateMessage.PREPARING.with());
            case PROVING -> context.progress(30, UpdateMessage.TRYING.with());
            default -> context.progress(70, UpdateMessage.STARTING.with());
        }
    }
}

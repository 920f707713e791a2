package io.obox.platform.internal.job;

import io.obox.job.JobContext;
import io.obox.job.JobFailure;
import io.obox.job.JobHandler;
import io.obox.job.JobState;
import io.obox.job.RetryPolicy;
import io.obox.platform.internal.Machine;
import io.obox.platform.internal.message.UpdateMessage;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes away a version that another has taken the place of. A job of its own, so that it can run in what took over. */
@Component(service = JobHandler.class, property = JobHandler.KIND + "=" + Machine.RETIRE)
public final class RetireHandler implements JobHandler<Machine.Order> {
    private static final RetryPolicy POLICY = new RetryPolicy(10, Duration.ofSeconds(1), Duration.ZERO);

    private final Machine machine;

    /** Within the bundle. */
    @Activate
    public RetireHandler(@Reference Machine machine) {
        this.machine = machine;
    }

    @Override
    public String kind() {
        return Machine.RETIRE;
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
        context.progress(10, UpdateMessage.WAITING.with());
        try {
            machine.retire(order.replacement());
        } catch (ProblemException e) {
            throw new JobFailure(e.problem(), true, e);
        }
    }

    @Override
    public void ended(Machine.Order order, JobState state, @Nullable Problem problem) {
        if (state != JobState.COMPLETED) {
            machine.leave(order.replacement());
        }
    }
}

package io.obox.queue.internal.health;

import io.obox.queue.internal.dispatch.Dispatch;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says whether jobs are dispatched through Redis. Without it they are done as well, only somewhat later. */
@Component(property = {HealthCheck.NAME + "=Job dispatch", HealthCheck.TAGS + "=jobs"})
public final class DispatchCheck implements HealthCheck {
    private final Dispatch dispatch;

    /** Of this node's dispatch. */
    @Activate
    public DispatchCheck(@Reference Dispatch dispatch) {
        this.dispatch = dispatch;
    }

    @Override
    public Result execute() {
        Boolean up = dispatch.up();
        if (up == null) {
            return new Result(Result.Status.WARN, "No Redis is configured; jobs are looked for in the database.");
        }
        return up
                ? new Result(Result.Status.OK, "Jobs are dispatched through Redis.")
                : new Result(Result.Status.WARN, "Redis does not answer; jobs are looked for in the database.");
    }
}

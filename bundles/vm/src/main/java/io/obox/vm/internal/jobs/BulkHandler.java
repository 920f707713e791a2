package io.obox.vm.internal.jobs;

import io.obox.job.JobContext;
import io.obox.job.JobHandler;
import io.obox.job.JobState;
import io.obox.job.RetryPolicy;
import io.obox.problem.Problem;
import io.obox.vm.internal.store.BulkTargets;
import io.obox.vm.internal.vms.BulkActions;
import io.obox.vm.internal.vms.VmJobs;
import io.obox.vm.internal.vms.VmJobs.BulkArgs;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Gives each of many VMs a job of its own, a few at a time: what another attempt has seen to is not done again. */
@Component(service = JobHandler.class, property = JobHandler.KIND + "=" + VmJobs.BULK)
public final class BulkHandler implements JobHandler<BulkArgs> {
    /** A database or a ledger may be away for a minute. */
    private static final RetryPolicy RETRIES = new RetryPolicy(12, Duration.ofSeconds(5), Duration.ofSeconds(10));

    private static final int BITE = 100;

    private final BulkTargets targets;
    private final BulkActions actions;

    /** Within the bundle. */
    @Activate
    public BulkHandler(@Reference BulkTargets targets, @Reference BulkActions actions) {
        this.targets = targets;
        this.actions = actions;
    }

    @Override
    public String kind() {
        return VmJobs.BULK;
    }

    @Override
    public Class<BulkArgs> argsType() {
        return BulkArgs.class;
    }

    @Override
    public RetryPolicy retryPolicy() {
        return RETRIES;
    }

    /** A VM with an unexpected fault holds up no other: it is left for the next attempt, and skipped by the last one. */
    @Override
    public void handle(BulkArgs args, JobContext context) throws InterruptedException {
        @Nullable RuntimeException fault = null;
        List<UUID> left = targets.next(args.bulkId(), BITE);
        while (!left.isEmpty()) {
            for (UUID vm : left) {
                context.checkpoint();
                try {
                    actions.one(context.jobId(), vm, args);
                } catch (RuntimeException e) {
                    if (context.attempt() < context.maxAttempts()) {
                        fault = e;
                    } else {
                        actions.putAside(context.jobId(), vm, args, e);
                    }
                }
            }
            left = targets.next(args.bulkId(), left.getLast(), BITE);
        }
        if (fault != null) {
            throw fault;
        }
    }

    @Override
    public void ended(BulkArgs args, JobState state, @Nullable Problem problem) {
        if (state != JobState.DISCARDED) {
            // one that was discarded goes on with them when it is retried
            targets.clear(args.bulkId());
        }
    }
}

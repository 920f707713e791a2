package io.obox.vm.internal.jobs;

import io.obox.job.JobContext;
import io.obox.job.JobHandler;
import io.obox.job.JobState;
import io.obox.problem.Problem;
import io.obox.vm.internal.store.BulkTargets;
import io.obox.vm.internal.vms.BulkActions;
import io.obox.vm.internal.vms.VmJobs;
import io.obox.vm.internal.vms.VmJobs.BulkArgs;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Gives each of many VMs a job of its own, a few at a time: what another attempt has seen to is not done again. */
@Component(service = JobHandler.class, property = JobHandler.KIND + "=" + VmJobs.BULK)
public final class BulkHandler implements JobHandler<BulkArgs> {
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
    public void handle(BulkArgs args, JobContext context) throws InterruptedException {
        List<UUID> left = targets.next(args.bulkId(), BITE);
        while (!left.isEmpty()) {
            for (UUID vm : left) {
                context.checkpoint();
                actions.one(context.jobId(), vm, args);
            }
            left = targets.next(args.bulkId(), BITE);
        }
    }

    @Override
    public void ended(BulkArgs args, JobState state, @Nullable Problem problem) {
        if (state == JobState.CANCELLED) {
            targets.clear(args.bulkId());
        }
    }
}

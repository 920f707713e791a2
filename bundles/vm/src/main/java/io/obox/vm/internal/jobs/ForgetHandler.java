package io.obox.vm.internal.jobs;

import io.obox.job.JobContext;
import io.obox.job.JobHandler;
import io.obox.job.JobState;
import io.obox.problem.Problem;
import io.obox.vm.internal.vms.VmJobs;
import io.obox.vm.internal.vms.VmJobs.VmArgs;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Gives up VMs that are lost, without a word to their hosts: those may be gone for good. */
@Component(service = JobHandler.class, property = JobHandler.KIND + "=" + VmJobs.FORGET)
public final class ForgetHandler implements JobHandler<VmArgs> {
    private final Removal removal;

    /** Within the bundle. */
    @Activate
    public ForgetHandler(@Reference Removal removal) {
        this.removal = removal;
    }

    @Override
    public String kind() {
        return VmJobs.FORGET;
    }

    @Override
    public Class<VmArgs> argsType() {
        return VmArgs.class;
    }

    @Override
    public void handle(VmArgs args, JobContext context) {
        context.log("The host is not asked: a guest that it may still have stays there.");
    }

    @Override
    public void ended(VmArgs args, JobState state, @Nullable Problem problem) {
        removal.ended(args.vmId(), state, problem);
    }
}

package io.obox.vm.internal.jobs;

import io.obox.job.JobContext;
import io.obox.job.JobFailure;
import io.obox.job.JobHandler;
import io.obox.vm.internal.vms.VmJobs;
import io.obox.vm.internal.vms.VmJobs.VmArgs;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Asks the host of a lost VM whether it has its guest again, without waiting for the next comparison. */
@Component(service = JobHandler.class, property = JobHandler.KIND + "=" + VmJobs.CHECK)
public final class CheckHandler implements JobHandler<VmArgs> {
    private final LostGuests guests;

    /** Within the bundle. */
    @Activate
    public CheckHandler(@Reference LostGuests guests) {
        this.guests = guests;
    }

    @Override
    public String kind() {
        return VmJobs.CHECK;
    }

    @Override
    public Class<VmArgs> argsType() {
        return VmArgs.class;
    }

    @Override
    public void handle(VmArgs args, JobContext context) throws JobFailure, InterruptedException {
        guests.find(args.vmId(), context);
    }
}

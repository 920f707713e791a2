package io.obox.vm.internal.jobs;

import io.obox.job.JobContext;
import io.obox.job.JobFailure;
import io.obox.job.JobHandler;
import io.obox.vm.VmState;
import io.obox.vm.internal.vms.VmJobs;
import io.obox.vm.internal.vms.VmJobs.VmArgs;
import io.obox.vm.internal.vms.VmRow;
import io.obox.vm.internal.vms.VmTable;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes away what an attempt left that could not clean up after itself: the guest of a VM that counts as not made. */
@Component(service = JobHandler.class, property = JobHandler.KIND + "=" + VmJobs.CLEAN)
public final class CleanHandler implements JobHandler<VmArgs> {
    private final Guests guests;
    private final VmTable table;

    /** Within the bundle. */
    @Activate
    public CleanHandler(@Reference Guests guests, @Reference VmTable table) {
        this.guests = guests;
        this.table = table;
    }

    @Override
    public String kind() {
        return VmJobs.CLEAN;
    }

    @Override
    public Class<VmArgs> argsType() {
        return VmArgs.class;
    }

    @Override
    public void handle(VmArgs args, JobContext context) throws JobFailure, InterruptedException {
        Optional<VmRow> vm = table.find(args.vmId());
        // a retry may have made it after all
        if (vm.isPresent() && vm.get().state() == VmState.FAILED) {
            guests.call(vm.get(), context, (provisioner, target, progress) -> {
                provisioner.destroy(target, progress);
                return true;
            });
        }
    }
}

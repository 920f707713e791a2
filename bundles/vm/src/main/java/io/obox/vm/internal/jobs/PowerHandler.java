package io.obox.vm.internal.jobs;

import io.obox.job.JobContext;
import io.obox.job.JobFailure;
import io.obox.job.JobHandler;
import io.obox.job.JobState;
import io.obox.problem.Problem;
import io.obox.provisioner.spi.Observation;
import io.obox.vm.internal.message.WorkMessage;
import io.obox.vm.internal.vms.VmChanges;
import io.obox.vm.internal.vms.VmJobs;
import io.obox.vm.internal.vms.VmJobs.PowerArgs;
import io.obox.vm.internal.vms.VmRow;
import io.obox.vm.internal.vms.VmTable;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Changes the power of VMs. */
@Component(service = JobHandler.class, property = JobHandler.KIND + "=" + VmJobs.POWER)
public final class PowerHandler implements JobHandler<PowerArgs> {
    private final Guests guests;
    private final VmTable table;
    private final VmChanges changes;

    /** Within the bundle. */
    @Activate
    public PowerHandler(@Reference Guests guests, @Reference VmTable table, @Reference VmChanges changes) {
        this.guests = guests;
        this.table = table;
        this.changes = changes;
    }

    @Override
    public String kind() {
        return VmJobs.POWER;
    }

    @Override
    public Class<PowerArgs> argsType() {
        return PowerArgs.class;
    }

    @Override
    public void handle(PowerArgs args, JobContext context) throws JobFailure, InterruptedException {
        context.log(WorkMessage.ACTION.with(VmJobs.word(args.action())));
        VmRow vm = guests.vm(args.vmId());
        Observation seen = guests.call(
                vm, context, (provisioner, target, progress) -> provisioner.power(target, args.action(), progress));
        changes.powered(vm, seen);
    }

    @Override
    public void ended(PowerArgs args, JobState state, @Nullable Problem problem) {
        table.find(args.vmId()).ifPresent(vm -> changes.settled(vm, state == JobState.COMPLETED));
    }
}

package io.obox.vm.internal.jobs;

import io.obox.job.JobContext;
import io.obox.job.JobFailure;
import io.obox.job.JobHandler;
import io.obox.provisioner.spi.Observation;
import io.obox.vm.VmState;
import io.obox.vm.internal.vms.GuestStates;
import io.obox.vm.internal.vms.KnownGuest;
import io.obox.vm.internal.vms.VmChanges;
import io.obox.vm.internal.vms.VmJobs;
import io.obox.vm.internal.vms.VmJobs.VmArgs;
import io.obox.vm.internal.vms.VmRow;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Asks the host of a lost VM whether it has its guest again, without waiting for the next comparison. */
@Component(service = JobHandler.class, property = JobHandler.KIND + "=" + VmJobs.CHECK)
public final class CheckHandler implements JobHandler<VmArgs> {
    private final Guests guests;
    private final VmChanges changes;

    /** Within the bundle. */
    @Activate
    public CheckHandler(@Reference Guests guests, @Reference VmChanges changes) {
        this.guests = guests;
        this.changes = changes;
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
        VmRow vm = guests.vm(args.vmId());
        List<Observation> all = guests.call(vm, context, (provisioner, target, progress) -> provisioner.observeAll());
        Optional<Observation> seen =
                all.stream().filter(each -> each.vmId().equals(vm.id())).findFirst();
        if (seen.isEmpty()) {
            context.log("The host does not have the guest.");
            return;
        }
        VmState state = GuestStates.of(seen.get().state());
        context.log("The host has the guest, which is " + state + ".");
        changes.observed(KnownGuest.of(vm), state, seen.get());
    }
}

package io.obox.vm.internal.jobs;

import io.obox.job.JobContext;
import io.obox.job.JobFailure;
import io.obox.job.JobHandler;
import io.obox.provisioner.spi.Observation;
import io.obox.vm.VmState;
import io.obox.vm.internal.message.WorkMessage;
import io.obox.vm.internal.vms.GuestStates;
import io.obox.vm.internal.vms.KnownGuest;
import io.obox.vm.internal.vms.VmChanges;
import io.obox.vm.internal.vms.VmJobs;
import io.obox.vm.internal.vms.VmJobs.VmArgs;
import io.obox.vm.internal.vms.VmRow;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Looks what has become of the guest of a VM that was given back, which nobody looked after while it was in the bin. */
@Component(service = JobHandler.class, property = JobHandler.KIND + "=" + VmJobs.RESTORE)
public final class RestoreHandler implements JobHandler<VmArgs> {
    private final Guests guests;
    private final VmChanges changes;

    /** Within the bundle. */
    @Activate
    public RestoreHandler(@Reference Guests guests, @Reference VmChanges changes) {
        this.guests = guests;
        this.changes = changes;
    }

    @Override
    public String kind() {
        return VmJobs.RESTORE;
    }

    @Override
    public Class<VmArgs> argsType() {
        return VmArgs.class;
    }

    @Override
    public void handle(VmArgs args, JobContext context) throws JobFailure, InterruptedException {
        VmRow vm = guests.vm(args.vmId());
        Optional<Observation> seen = guests.observation(vm, context);
        VmState state = seen.map(guest -> GuestStates.of(guest.state())).orElse(VmState.LOST);
        context.log(WorkMessage.STATE_BY_NOW.with(state));
        // what was changed meanwhile is newer than what was seen, and the next comparison sees it
        changes.observed(KnownGuest.of(vm), state, seen.orElse(null));
    }
}

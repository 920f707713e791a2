package io.obox.vm.internal.vms;

import io.obox.job.Job;
import io.obox.job.JobPriority;
import io.obox.job.JobRequest;
import io.obox.user.Caller;
import io.obox.vm.PowerAction;
import io.obox.vm.PowerChange;
import io.obox.vm.internal.vms.ActionRequests.Asked;
import io.obox.vm.internal.vms.VmJobs.PowerAsked;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes requests to change the power of VMs. */
@Component(service = VmPower.class)
public final class VmPower {
    private final ActionRequests requests;
    private final VmChanges changes;
    private final VmPlaces places;

    /** Within the bundle. */
    @Activate
    public VmPower(@Reference ActionRequests requests, @Reference VmChanges changes, @Reference VmPlaces places) {
        this.requests = requests;
        this.changes = changes;
        this.places = places;
    }

    Job act(Caller caller, UUID id, PowerChange change) {
        PowerAsked what = new PowerAsked(id, change.action(), change.priority());
        return requests.take(
                caller,
                new Asked(VmJobs.POWER, id, what, change.idempotencyKey(), change.expected()),
                vm -> aimed(vm, change.action(), change.priority()));
    }

    /** The job of a VM that is to be in another state from now on, in the thread's transaction. */
    JobRequest aimed(VmRow vm, PowerAction action, @Nullable JobPriority priority) {
        PowerRules.require(vm.state(), action);
        if (!changes.aim(vm, PowerRules.aim(action))) {
            throw VmRefusals.changedMeanwhile();
        }
        return VmJobs.power(vm, places.of(vm), action, priority);
    }
}

package io.obox.vm.internal.vms;

import io.obox.job.IdempotencyKey;
import io.obox.job.Job;
import io.obox.job.JobPriority;
import io.obox.job.JobRequest;
import io.obox.job.Jobs;
import io.obox.persistence.Transactions;
import io.obox.user.Caller;
import io.obox.vm.PowerAction;
import io.obox.vm.PowerChange;
import io.obox.vm.internal.vms.VmJobs.PowerAsked;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Takes requests to change the power of VMs. */
@Component(service = VmPower.class)
public final class VmPower {
    private final Transactions transactions;
    private final VmAccess access;
    private final VmChanges changes;
    private final VmPlaces places;
    private final RepeatedRequests requests;

    @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile Jobs jobs;

    /** Within the bundle. */
    @Activate
    public VmPower(
            @Reference Transactions transactions,
            @Reference VmAccess access,
            @Reference VmChanges changes,
            @Reference VmPlaces places,
            @Reference RepeatedRequests requests) {
        this.transactions = transactions;
        this.access = access;
        this.changes = changes;
        this.places = places;
        this.requests = requests;
    }

    Job act(Caller caller, UUID id, PowerChange change) {
        PowerAction action = change.action();
        PowerAsked asked = new PowerAsked(id, action, change.priority());
        IdempotencyKey key = RepeatedRequests.key(caller, change.idempotencyKey(), asked);
        return requests.once(
                VmJobs.POWER,
                key,
                () -> transactions.call(entities -> {
                    VmRow vm = access.expected(caller, id, change.expected());
                    return jobs.submit(aimed(vm, action, change.priority()).withIdempotencyKey(key));
                }));
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

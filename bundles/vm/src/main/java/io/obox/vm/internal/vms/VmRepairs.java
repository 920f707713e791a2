package io.obox.vm.internal.vms;

import io.obox.image.Image;
import io.obox.image.store.ImageStore;
import io.obox.job.Job;
import io.obox.job.JobRequest;
import io.obox.job.Jobs;
import io.obox.user.Caller;
import io.obox.vm.Repair;
import io.obox.vm.internal.vms.ActionRequests.Asked;
import io.obox.vm.internal.vms.VmJobs.RepairAsked;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Takes requests to repair VMs. */
@Component(service = VmRepairs.class)
public final class VmRepairs {
    private final ActionRequests requests;
    private final VmChanges changes;
    private final VmPlaces places;

    @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile Jobs jobs;

    @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile ImageStore images;

    /** Within the bundle. */
    @Activate
    public VmRepairs(@Reference ActionRequests requests, @Reference VmChanges changes, @Reference VmPlaces places) {
        this.requests = requests;
        this.changes = changes;
        this.places = places;
    }

    Job repair(Caller caller, UUID id, Repair repair) {
        RepairAsked what = new RepairAsked(id, repair.action(), repair.priority());
        return requests.take(
                caller,
                new Asked(VmJobs.kind(repair.action()), id, what, repair.idempotencyKey(), repair.expected()),
                vm -> begun(caller, vm, repair));
    }

    private JobRequest begun(Caller caller, VmRow vm, Repair repair) {
        RepairRules.require(vm.state(), repair.action());
        if (!begin(vm, repair)) {
            throw VmRefusals.changedMeanwhile();
        }
        return request(caller, vm, repair);
    }

    /** Leads the row to the state from which the job goes on, if it is still in the one in which that was allowed. */
    private boolean begin(VmRow vm, Repair repair) {
        return switch (repair.action()) {
            case CHECK -> true;
            case RETRY -> changes.again(vm);
            case RECREATE -> {
                requireUnprotected(vm);
                yield changes.again(vm);
            }
            case FORGET -> {
                requireUnprotected(vm);
                // its job changes nothing before it is done; until then the VM may be found
                jobs.cancelAll(vm.id());
                yield true;
            }
        };
    }

    /** Its disk may still be there. */
    private static void requireUnprotected(VmRow vm) {
        if (vm.isProtected()) {
            throw VmRefusals.isProtected();
        }
    }

    private JobRequest request(Caller caller, VmRow vm, Repair repair) {
        JobRequest request = switch (repair.action()) {
            case CHECK -> VmJobs.check(vm, places.of(vm));
            case RECREATE, RETRY -> VmJobs.create(vm, places.ofCreation(vm, image(vm), images));
            case FORGET -> forget(caller, vm);
        };
        return request.withPriority(repair.priority());
    }

    private @Nullable Image image(VmRow vm) {
        return images.find(vm.spec().imageId()).orElse(null);
    }

    /** A guest that nobody can look for may still run, beyond any quota. */
    private JobRequest forget(Caller caller, VmRow vm) {
        JobRequest looking = VmJobs.forget(vm, places.of(vm));
        if (vm.hostId() == null || jobs.couldRun(looking)) {
            return looking;
        }
        if (!caller.isAdmin()) {
            throw VmRefusals.hostUnreached();
        }
        return VmJobs.forgetUnseen(vm, caller.userId());
    }
}

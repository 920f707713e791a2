package io.obox.vm.internal.jobs;

import io.obox.host.placement.Placement;
import io.obox.job.JobState;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.vm.internal.vms.VmBin;
import io.obox.vm.internal.vms.VmChanges;
import io.obox.vm.internal.vms.VmCreation;
import io.obox.vm.internal.vms.VmJobs.DeleteArgs;
import io.obox.vm.internal.vms.VmRefusals;
import io.obox.vm.internal.vms.VmRow;
import io.obox.vm.internal.vms.VmTable;
import io.obox.vm.internal.vms.VmUsage;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Takes away rows of VMs, and with each what it took of its host and of its owner's quota. */
@Component(service = Removal.class)
public final class Removal {
    private final VmTable table;
    private final VmChanges changes;
    private final VmUsage usage;
    private final VmBin bin;

    @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile Placement placement;

    /** Within the bundle. */
    @Activate
    public Removal(
            @Reference VmTable table, @Reference VmChanges changes, @Reference VmUsage usage, @Reference VmBin bin) {
        this.table = table;
        this.changes = changes;
        this.usage = usage;
        this.bin = bin;
    }

    /** What becomes of a VM when the job has ended that was to delete it: if not that, it is lost, or still in the bin. */
    void ended(DeleteArgs args, JobState state, @Nullable Problem problem) {
        table.find(args.id()).ifPresent(vm -> {
            boolean done = state == JobState.COMPLETED;
            Problem fault = done || state == JobState.CANCELLED ? null : Failures.ofEnd(state, problem);
            if (vm.bin() != null) {
                endedInBin(vm, args, done, fault);
            } else if (!done) {
                changes.notDeleted(vm, fault);
            } else if (args.isKept()) {
                bin.put(vm);
            } else if (changes.gone(vm)) {
                giveBack(vm);
            }
        });
    }

    /** A guest that was turned off once more is where it was. */
    private void endedInBin(VmRow vm, DeleteArgs args, boolean done, @Nullable Problem fault) {
        if (!args.isKept()) {
            bin.purged(vm, done, fault);
        }
    }

    /** Gives up a VM that is lost; of one that is no longer, nothing goes. */
    void forget(UUID id) {
        table.find(id).ifPresent(vm -> {
            if (!changes.forgotten(vm)) {
                throw new ProblemException(VmRefusals.notLost(vm.state()));
            }
            giveBack(vm);
        });
    }

    private void giveBack(VmRow vm) {
        UUID host = vm.hostId();
        usage.giveBack(vm.ownerId(), VmCreation.part(vm.spec()));
        if (host != null) {
            placement.release(host, VmCreation.part(vm.spec()));
        }
    }
}

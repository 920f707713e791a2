package io.obox.vm.internal.jobs;

import io.obox.host.placement.Placement;
import io.obox.job.Job;
import io.obox.job.JobState;
import io.obox.job.Jobs;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.vm.internal.vms.DeleteArgs;
import io.obox.vm.internal.vms.DeleteArgs.Way;
import io.obox.vm.internal.vms.VmBin;
import io.obox.vm.internal.vms.VmChanges;
import io.obox.vm.internal.vms.VmCreation;
import io.obox.vm.internal.vms.VmJobs;
import io.obox.vm.internal.vms.VmRefusals;
import io.obox.vm.internal.vms.VmRow;
import io.obox.vm.internal.vms.VmTable;
import io.obox.vm.internal.vms.VmUsage;
import java.util.Set;
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

    @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile Jobs jobs;

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
            if (state == JobState.COMPLETED) {
                deleted(vm, args.way());
            } else {
                notDeleted(vm, args.way(), state == JobState.CANCELLED ? null : Failures.ofEnd(state, problem));
            }
        });
    }

    private void deleted(VmRow vm, Way way) {
        switch (way) {
            case INTO_BIN -> bin.put(vm);
            case FOR_GOOD -> {
                if (changes.gone(vm)) {
                    giveBack(vm);
                } else {
                    // it came into the bin, where it takes less, after its row was read or the job was submitted
                    bin.purged(vm);
                }
            }
            case OUT_OF_BIN -> bin.purged(vm);
            case OFF_IN_BIN -> {}
        }
    }

    private void notDeleted(VmRow vm, Way way, @Nullable Problem problem) {
        switch (way) {
            case INTO_BIN -> {
                if (!isPurged(vm)) {
                    changes.notDeleted(vm, problem);
                }
            }
            case FOR_GOOD -> {
                if (!changes.notDeleted(vm, problem)) {
                    bin.kept(vm, problem);
                }
            }
            case OUT_OF_BIN -> bin.kept(vm, problem);
            case OFF_IN_BIN -> {}
        }
    }

    /** Whether another job has taken over, by which it goes for good. */
    private boolean isPurged(VmRow vm) {
        Job job = jobs.unfinished(Set.of(vm.id())).get(vm.id());
        return job != null && VmJobs.isForGood(job);
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

package io.obox.vm.internal.jobs;

import io.obox.host.placement.Placement;
import io.obox.job.JobState;
import io.obox.problem.Problem;
import io.obox.vm.internal.vms.VmChanges;
import io.obox.vm.internal.vms.VmCreation;
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

/** What becomes of a VM that is to go when its job has ended. */
@Component(service = Removal.class)
public final class Removal {
    private final VmTable table;
    private final VmChanges changes;
    private final VmUsage usage;

    @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile Placement placement;

    /** Within the bundle. */
    @Activate
    public Removal(@Reference VmTable table, @Reference VmChanges changes, @Reference VmUsage usage) {
        this.table = table;
        this.changes = changes;
        this.usage = usage;
    }

    /** The row goes, and with it what it took of its host and of its owner's quota; or the VM is lost. */
    void ended(UUID id, JobState state, @Nullable Problem problem) {
        table.find(id).ifPresent(vm -> {
            if (state == JobState.COMPLETED) {
                remove(vm);
            } else {
                changes.notDeleted(vm, state == JobState.CANCELLED ? null : Failures.ofEnd(state, problem));
            }
        });
    }

    private void remove(VmRow vm) {
        UUID host = vm.hostId();
        if (!changes.gone(vm)) {
            return;
        }
        usage.giveBack(vm.ownerId(), VmCreation.part(vm.spec()));
        if (host != null) {
            placement.release(host, VmCreation.part(vm.spec()));
        }
    }
}

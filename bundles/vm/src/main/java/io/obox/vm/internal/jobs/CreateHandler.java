package io.obox.vm.internal.jobs;

import io.obox.job.JobContext;
import io.obox.job.JobFailure;
import io.obox.job.JobHandler;
import io.obox.job.JobState;
import io.obox.problem.Problem;
import io.obox.provisioner.spi.Observation;
import io.obox.vm.internal.message.WorkMessage;
import io.obox.vm.internal.reconcile.Leftovers;
import io.obox.vm.internal.vms.VmChanges;
import io.obox.vm.internal.vms.VmJobs;
import io.obox.vm.internal.vms.VmJobs.VmArgs;
import io.obox.vm.internal.vms.VmRefusals;
import io.obox.vm.internal.vms.VmRow;
import io.obox.vm.internal.vms.VmTable;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes VMs. */
@Component(service = JobHandler.class, property = JobHandler.KIND + "=" + VmJobs.CREATE)
public final class CreateHandler implements JobHandler<VmArgs> {
    /** Of attempts that were cut off, so that they could not clean up after themselves. */
    private static final Set<String> CUT_OFF = Set.of("worker-died", "deadline-exceeded");

    private final Guests guests;
    private final LostGuests lost;
    private final VmTable table;
    private final VmChanges changes;
    private final Leftovers leftovers;

    /** Within the bundle. */
    @Activate
    public CreateHandler(
            @Reference Guests guests,
            @Reference LostGuests lost,
            @Reference VmTable table,
            @Reference VmChanges changes,
            @Reference Leftovers leftovers) {
        this.guests = guests;
        this.lost = lost;
        this.table = table;
        this.changes = changes;
        this.leftovers = leftovers;
    }

    @Override
    public String kind() {
        return VmJobs.CREATE;
    }

    @Override
    public Class<VmArgs> argsType() {
        return VmArgs.class;
    }

    @Override
    public void handle(VmArgs args, JobContext context) throws JobFailure, InterruptedException {
        VmRow vm = guests.vm(args.vmId());
        if (isThereAgain(vm, context)) {
            return;
        }
        if (!changes.provisioning(vm)) {
            throw new JobFailure(Problem.stateConflict(WorkMessage.NO_MAKING.with(vm.state())), false);
        }
        Observation seen = guests.make(vm, context);
        changes.made(vm, seen);
    }

    /** What was lost may have come back before it is made once more. */
    private boolean isThereAgain(VmRow vm, JobContext context) throws JobFailure, InterruptedException {
        if (!vm.isRecreated() || !LostGuests.isMissing(vm)) {
            return false;
        }
        if (vm.isProtected()) {
            throw new JobFailure(VmRefusals.isProtected().problem(), false);
        }
        return lost.find(vm.id(), context).isPresent();
    }

    @Override
    public void ended(VmArgs args, JobState state, @Nullable Problem problem) {
        table.find(args.vmId()).ifPresent(vm -> {
            if (state == JobState.COMPLETED) {
                changes.running(vm);
            } else if (changes.notMade(vm, Failures.ofEnd(state, problem)) && isCutOff(problem) && !vm.isRecreated()) {
                // a disk without a guest is nothing that a host shows; that of a VM that was lost may be its former one
                leftovers.clean(vm);
            }
        });
    }

    private static boolean isCutOff(@Nullable Problem problem) {
        return problem != null && CUT_OFF.contains(problem.slug());
    }
}

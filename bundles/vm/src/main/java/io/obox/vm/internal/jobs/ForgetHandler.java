package io.obox.vm.internal.jobs;

import io.obox.job.JobContext;
import io.obox.job.JobFailure;
import io.obox.job.JobHandler;
import io.obox.job.JobState;
import io.obox.job.Jobs;
import io.obox.problem.Problem;
import io.obox.vm.VmState;
import io.obox.vm.internal.message.WorkMessage;
import io.obox.vm.internal.vms.VmJobs;
import io.obox.vm.internal.vms.VmJobs.ForgetArgs;
import io.obox.vm.internal.vms.VmPlaces;
import io.obox.vm.internal.vms.VmRefusals;
import io.obox.vm.internal.vms.VmRow;
import io.obox.vm.internal.vms.VmTable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Gives up VMs that are lost, once their hosts were found to have no guests of them; without asking a host only where no node
 * reaches it. The row stays as it is until then, so that a job that is cancelled, fails or begins again gets around no rule.
 */
@Component(service = JobHandler.class, property = JobHandler.KIND + "=" + VmJobs.FORGET)
public final class ForgetHandler implements JobHandler<ForgetArgs> {
    private final VmTable table;
    private final VmPlaces places;
    private final LostGuests guests;
    private final Removal removal;

    @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile Jobs jobs;

    /** Within the bundle. */
    @Activate
    public ForgetHandler(
            @Reference VmTable table,
            @Reference VmPlaces places,
            @Reference LostGuests guests,
            @Reference Removal removal) {
        this.table = table;
        this.places = places;
        this.guests = guests;
        this.removal = removal;
    }

    @Override
    public String kind() {
        return VmJobs.FORGET;
    }

    @Override
    public Class<ForgetArgs> argsType() {
        return ForgetArgs.class;
    }

    @Override
    public void handle(ForgetArgs args, JobContext context) throws JobFailure, InterruptedException {
        Optional<VmRow> vm = table.find(args.vmId());
        if (vm.isPresent()) {
            requireForgettable(vm.get());
            if (args.unseen()) {
                requireUnreached(vm.get());
                context.log(WorkMessage.CANT_ASK.with());
            } else if (vm.get().hostId() != null) {
                requireNoGuest(vm.get(), context);
            }
        }
    }

    /** What holds for whoever asks holds for a job that begins later, or once more. */
    private static void requireForgettable(VmRow vm) throws JobFailure {
        if (vm.state() != VmState.LOST) {
            throw new JobFailure(VmRefusals.notLost(vm.state()), false);
        }
        if (vm.isProtected()) {
            throw new JobFailure(VmRefusals.isProtected().problem(), false);
        }
    }

    private void requireUnreached(VmRow vm) throws JobFailure {
        if (jobs.couldRun(VmJobs.forget(vm, places.of(vm)))) {
            Problem problem = Problem.stateConflict(WorkMessage.HOST_REACHED_AGAIN.with())
                    .withRemedy(WorkMessage.ASK_ONCE_MORE.with());
            throw new JobFailure(problem, false);
        }
    }

    private void requireNoGuest(VmRow vm, JobContext context) throws JobFailure, InterruptedException {
        Optional<VmState> found = guests.find(vm.id(), context);
        if (found.isPresent()) {
            throw new JobFailure(VmRefusals.notLost(found.get()), false);
        }
    }

    @Override
    public void ended(ForgetArgs args, JobState state, @Nullable Problem problem) {
        if (state == JobState.COMPLETED) {
            removal.forget(args.vmId());
        }
    }
}

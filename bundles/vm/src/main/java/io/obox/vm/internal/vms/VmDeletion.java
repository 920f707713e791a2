package io.obox.vm.internal.vms;

import io.obox.job.Job;
import io.obox.job.JobRequest;
import io.obox.job.Jobs;
import io.obox.persistence.Transactions;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.user.Caller;
import io.obox.version.ExpectedVersion;
import io.obox.vm.VmState;
import io.obox.vm.internal.message.VmMessage;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Takes requests to delete VMs. */
@Component(service = VmDeletion.class)
public final class VmDeletion {
    private final Transactions transactions;
    private final VmAccess access;
    private final VmChanges changes;
    private final VmPlaces places;
    private final BinTerm term;

    @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile Jobs jobs;

    /** Within the bundle. */
    @Activate
    public VmDeletion(
            @Reference Transactions transactions,
            @Reference VmAccess access,
            @Reference VmChanges changes,
            @Reference VmPlaces places,
            @Reference BinTerm term) {
        this.transactions = transactions;
        this.access = access;
        this.changes = changes;
        this.places = places;
        this.term = term;
    }

    /** Into the bin, if there is one and the VM has anything to keep. */
    Job delete(Caller caller, UUID id, ExpectedVersion expected) {
        return transactions.call(entities -> delete(access.expected(caller, id, expected), UnaryOperator.identity()));
    }

    /** For good. */
    Job purge(Caller caller, UUID id, ExpectedVersion expected) {
        return transactions.call(entities -> purge(access.expected(caller, id, expected), UnaryOperator.identity()));
    }

    private static void requireUnprotected(boolean isProtected) {
        if (isProtected) {
            throw VmRefusals.isProtected();
        }
    }

    /** Whether it may be done, and there is something to be done, for one of many. */
    static void require(VmState state, boolean isProtected) {
        requireUnprotected(isProtected);
        if (state == VmState.DELETING) {
            throw new ProblemException(Problem.stateConflict(VmMessage.DELETED_ALREADY.with()));
        }
    }

    /**
     * Has a VM put into the bin, or taken away if it can't be kept there, in the thread's transaction.
     *
     * @param asked what is said of the job besides
     * @return the job, which may be an earlier one
     */
    Job delete(VmRow vm, UnaryOperator<JobRequest> asked) {
        boolean kept = term.isAny() && vm.hostId() != null && BinRules.isWorthKeeping(vm.state());
        return begin(vm, kept ? VmJobs.bin(vm, places.of(vm)) : VmJobs.delete(vm, places.of(vm)), true, asked);
    }

    /** Has a VM taken away for good that is not in the bin, in the thread's transaction. */
    Job purge(VmRow vm, UnaryOperator<JobRequest> asked) {
        return begin(vm, VmJobs.delete(vm, places.of(vm)), false, asked);
    }

    private Job begin(VmRow vm, JobRequest request, boolean mayBeKept, UnaryOperator<JobRequest> asked) {
        requireUnprotected(vm.isProtected());
        if (!changes.deleting(vm)) {
            Job unfinished = jobs.unfinished(Set.of(vm.id())).get(vm.id());
            if (unfinished != null
                    && unfinished.kind().equals(VmJobs.DELETE)
                    && (mayBeKept || VmJobs.isForGood(unfinished))) {
                return unfinished;
            }
            if (vm.state() != VmState.DELETING) {
                throw VmRefusals.changedMeanwhile();
            }
        }
        // first, so that a deletion whose place it takes finds that the VM is still to go, and does not call it lost
        Job job = jobs.submit(asked.apply(request));
        jobs.cancelOthers(vm.id(), job.id());
        return job;
    }
}

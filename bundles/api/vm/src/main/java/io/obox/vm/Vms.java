package io.obox.vm;

import io.obox.job.Job;
import io.obox.page.Page;
import io.obox.page.PageRequest;
import io.obox.user.Caller;
import io.obox.version.ExpectedVersion;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The virtual machines. Callers see and change their own, administrators all; what a caller may not see is
 * {@code not-found}. Whatever takes time gives a job back at once. Thread-safe; every fault is a
 * {@link io.obox.problem.ProblemException}. One door for other bundles; behind it each use case is a service of its own.
 */
@ProviderType
public interface Vms {
    /**
     * Asks for a VM.
     *
     * @return the job {@code vm.create}, whose subject is the VM
     * @throws io.obox.problem.ProblemException {@code validation}, {@code name-taken}, {@code no-capacity}, {@code conflict}
     *     where the idempotency key was used for another request
     */
    Job create(Caller caller, NewVm request);

    /** VMs that the caller may see, newest first. */
    default Page<Vm> list(Caller caller, VmFilter filter, PageRequest page) {
        return list(caller, filter, VmOrder.NEWEST_FIRST, page);
    }

    /**
     * VMs that the caller may see. A cursor is good for the order in which it was given.
     *
     * @throws io.obox.problem.ProblemException {@code validation} for a search or a cursor that can't be read
     */
    Page<Vm> list(Caller caller, VmFilter filter, VmOrder order, PageRequest page);

    /**
     * How many VMs there are of those that the caller may see.
     *
     * @throws io.obox.problem.ProblemException {@code validation} for a search that can't be read
     */
    VmCounts count(Caller caller, VmFilter filter);

    /** One VM. */
    Vm get(Caller caller, UUID id);

    /**
     * Changes name, tags or protection, at once.
     *
     * @param expected the version that the caller has seen
     * @throws io.obox.problem.ProblemException {@code precondition-failed}, {@code validation}, {@code name-taken}
     */
    Vm update(Caller caller, UUID id, VmPatch patch, ExpectedVersion expected);

    /**
     * Changes the power.
     *
     * @return the job {@code vm.power}
     * @throws io.obox.problem.ProblemException {@code state-conflict} where the state rules it out,
     *     {@code precondition-failed}, {@code conflict} where the idempotency key was used for another request
     */
    Job act(Caller caller, UUID id, PowerChange change);

    /**
     * Does the same to many VMs, to each as if it had been asked for alone: those to which it can't be done are skipped.
     *
     * @return the job {@code vm.bulk}, whose parts are the jobs of the VMs; its log tells of those that are skipped
     * @throws io.obox.problem.ProblemException {@code validation} for too many VMs, or a search that can't be read; {@code conflict}
     *     where the idempotency key was used for another request
     */
    Job act(Caller caller, BulkChange change);

    /** What {@link #act(Caller, BulkChange)} would do now; nothing is done. */
    BulkPlan plan(Caller caller, BulkChange change);

    /**
     * Does something about a VM that could not be made, or that its host no longer has.
     *
     * @return the job: {@code vm.check}, {@code vm.create} or {@code vm.forget}
     * @throws io.obox.problem.ProblemException {@code state-conflict} where the state rules it out,
     *     {@code precondition-failed}, {@code conflict} where the idempotency key was used for another request
     */
    Job repair(Caller caller, UUID id, Repair repair);

    /**
     * Takes the VM away with its volumes. An unfinished creation is cancelled.
     *
     * @param expected the version that it is meant for
     * @return the job {@code vm.delete}
     * @throws io.obox.problem.ProblemException {@code precondition-failed}, {@code vm-protected}
     */
    Job delete(Caller caller, UUID id, ExpectedVersion expected);
}

package io.obox.vm;

import io.obox.job.Job;
import io.obox.page.Page;
import io.obox.page.PageRequest;
import io.obox.user.Caller;
import io.obox.version.ExpectedVersion;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

    /**
     * Asks for several VMs: all of them, or none.
     *
     * @return the job {@code vm.batch}, whose parts are the jobs {@code vm.create} of the VMs; of one alone its own job
     * @throws io.obox.problem.ProblemException as for one of them, and {@code quota-exceeded}
     */
    Job create(Caller caller, NewVms request);

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

    /**
     * The tags of the VMs that the caller may see, as a tree: each with those above it, {@code prod} before {@code prod/web}. All of
     * them, which have to be counted.
     */
    List<TagCount> tags(Caller caller);

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
     * Deletes the VM: turns it off and puts it into the bin, where it stays for some days. One that was never made, is lost, or is
     * deleted where there is no bin, is taken away with its volumes. An unfinished creation is cancelled. Nothing but the methods
     * for the bin finds the VM once the job is done.
     *
     * @param expected the version that it is meant for
     * @return the job {@code vm.delete}, with the action {@code bin} where the VM is kept
     * @throws io.obox.problem.ProblemException {@code precondition-failed}, {@code vm-protected}
     */
    Job delete(Caller caller, UUID id, ExpectedVersion expected);

    /** The same, but it is taken away with its volumes at once. */
    Job purge(Caller caller, UUID id, ExpectedVersion expected);

    /**
     * VMs in the bin that the caller may see, newest first.
     *
     * @param owner whose, or null for all
     */
    Page<Vm> bin(Caller caller, @Nullable UUID owner, PageRequest page);

    /**
     * Gives a VM back from the bin; it is off.
     *
     * @param name another name for it, or null for its former one
     * @return the job {@code vm.restore}, which looks what has become of its guest
     * @throws io.obox.problem.ProblemException {@code not-found} if it is not in the bin, {@code name-taken},
     *     {@code quota-exceeded}, {@code no-capacity}, {@code state-conflict} if it goes for good already
     */
    Job restore(Caller caller, UUID id, @Nullable String name);

    /**
     * Takes a VM away from the bin, with its volumes.
     *
     * @return the job {@code vm.delete}
     * @throws io.obox.problem.ProblemException {@code not-found} if it is not in the bin
     */
    Job purgeFromBin(Caller caller, UUID id);

    /**
     * Takes all VMs away that the caller sees in the bin, with their volumes.
     *
     * @param owner whose, or null for all
     * @return the job {@code vm.bulk}
     */
    Job emptyBin(Caller caller, @Nullable UUID owner);
}

package io.obox.vm.internal.vms;

import io.obox.host.Capacity;
import io.obox.host.placement.Placement;
import io.obox.job.Job;
import io.obox.job.JobRequest;
import io.obox.job.Jobs;
import io.obox.page.Page;
import io.obox.page.PageRequest;
import io.obox.persistence.Transactions;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.user.Caller;
import io.obox.vm.Vm;
import io.obox.vm.internal.message.VmMessage;
import io.obox.vm.internal.search.Condition;
import io.obox.vm.internal.search.Relations;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * The bin. What is in it is off, so it takes neither processors nor memory, and no place among the VMs that its owner may have; its
 * disk is still there, and counted.
 */
@Component(service = VmBin.class)
public final class VmBin {
    private static final BinOrder ORDER = new BinOrder();

    private final Transactions transactions;
    private final VmTable table;
    private final BinChanges changes;
    private final VmUsage usage;
    private final VmPlaces places;
    private final VmAssembly assembly;
    private final BinTerm term;

    @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile Jobs jobs;

    @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile Placement placement;

    /** Within the bundle. */
    @Activate
    public VmBin(
            @Reference Transactions transactions,
            @Reference VmTable table,
            @Reference BinChanges changes,
            @Reference VmUsage usage,
            @Reference VmPlaces places,
            @Reference VmAssembly assembly,
            @Reference BinTerm term) {
        this.transactions = transactions;
        this.table = table;
        this.changes = changes;
        this.usage = usage;
        this.places = places;
        this.assembly = assembly;
        this.term = term;
    }

    Page<Vm> list(Caller caller, @Nullable UUID owner, PageRequest page) {
        Condition after = Objects.requireNonNullElse(page.after(ORDER::after), Condition.TRUE);
        VmTable.Found found = table.page(Condition.all(List.of(seen(caller, owner), after)), ORDER, page.limit());
        return new Page<>(assembly.of(found.rows()), found.next());
    }

    /** All that the caller sees in the bin and that is to stay there, of one owner if that is asked for. */
    List<UUID> ids(Caller caller, @Nullable UUID owner) {
        return table.ids(Condition.all(List.of(seen(caller, owner), Condition.of("not v.purging"))));
    }

    private static Condition seen(Caller caller, @Nullable UUID owner) {
        List<Condition> conditions = new ArrayList<>(List.of(Relations.inBin(caller.visibility())));
        if (owner != null) {
            conditions.add(Condition.of("v.owner_id = ?", owner));
        }
        return Condition.all(conditions);
    }

    Job restore(Caller caller, UUID id, @Nullable String name) {
        return transactions.call(entities -> restore(visible(caller, id), name, UnaryOperator.identity()));
    }

    Job purge(Caller caller, UUID id) {
        return transactions.call(entities -> purge(visible(caller, id), UnaryOperator.identity()));
    }

    private VmRow visible(Caller caller, UUID id) {
        return table.find(id)
                .filter(vm -> vm.bin() != null && caller.visibility().includes(vm.ownerId()))
                .orElseThrow(() -> new ProblemException(Problem.notFound(VmMessage.NOT_IN_BIN.with())));
    }

    /**
     * Gives a VM back, in the thread's transaction. Its job looks what has become of its guest.
     *
     * @param name another name, or null for its former one
     * @param asked what is said of the job besides
     */
    Job restore(VmRow vm, @Nullable String name, UnaryOperator<JobRequest> asked) {
        BinRules.requireRestorable(vm.bin());
        String called = name == null ? vm.name() : VmChecks.acceptName(name);
        // what is still to turn its guest off would put it back
        jobs.cancelAll(vm.id());
        Job job = jobs.submit(asked.apply(VmJobs.restore(vm, places.of(vm))));
        Capacity part = VmCreation.part(vm.spec());
        usage.takeBack(vm.ownerId(), part);
        if (!restored(vm, called)) {
            throw VmRefusals.changedMeanwhile();
        }
        UUID host = vm.hostId();
        if (host != null) {
            placement.exchange(host, kept(part), part);
        }
        return job;
    }

    private boolean restored(VmRow vm, String name) {
        try {
            return changes.restored(vm, name);
        } catch (ProblemException e) {
            throw VmRefusals.ofName(e, name);
        }
    }

    /** Has a VM taken away from the bin for good, in the thread's transaction; the job may be an earlier one. */
    Job purge(VmRow vm, UnaryOperator<JobRequest> asked) {
        if (!changes.purging(vm)) {
            Job unfinished = jobs.unfinished(Set.of(vm.id())).get(vm.id());
            if (unfinished != null && VmJobs.isForGood(unfinished)) {
                return unfinished;
            }
            if (vm.bin() == null || !vm.bin().purging()) {
                throw VmRefusals.changedMeanwhile();
            }
        }
        jobs.cancelAll(vm.id());
        return jobs.submit(asked.apply(VmJobs.delete(vm, places.of(vm))));
    }

    /** Puts a VM there that was to go, in the thread's transaction, and gives back what it takes no more. */
    public void put(VmRow vm) {
        if (changes.binned(vm, term.days())) {
            Capacity part = VmCreation.part(vm.spec());
            usage.giveBack(vm.ownerId(), new Capacity(part.vcpus(), part.memoryMib(), 0));
            UUID host = vm.hostId();
            if (host != null) {
                placement.exchange(host, part, kept(part));
            }
        }
    }

    /** It was to go for good, and did not, in the thread's transaction. */
    public void kept(VmRow vm, @Nullable Problem problem) {
        changes.kept(vm, problem);
    }

    /** It went for good, in the thread's transaction. */
    public void purged(VmRow vm) {
        if (changes.gone(vm)) {
            Capacity disk = kept(VmCreation.part(vm.spec()));
            usage.giveBackDisk(vm.ownerId(), disk.diskGib());
            UUID host = vm.hostId();
            if (host != null) {
                placement.release(host, disk);
            }
        }
    }

    /** Has VMs taken away that have been there for too long, in the thread's transaction; how many. */
    public int expire(int most) {
        List<UUID> expired = changes.expired(most);
        expired.stream().flatMap(id -> table.find(id).stream()).forEach(vm -> purge(vm, UnaryOperator.identity()));
        return expired.size();
    }

    /** What a guest takes that is off for good. */
    private static Capacity kept(Capacity part) {
        return new Capacity(0, 0, part.diskGib());
    }
}

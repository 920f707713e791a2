package io.obox.vm.internal.vms;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.obox.job.IdempotencyKey;
import io.obox.job.Job;
import io.obox.job.JobRequest;
import io.obox.job.Jobs;
import io.obox.message.Message;
import io.obox.persistence.Transactions;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.problem.StandardProblem;
import io.obox.user.Caller;
import io.obox.vm.BulkChange;
import io.obox.vm.BulkPlan;
import io.obox.vm.PowerAction;
import io.obox.vm.Vm;
import io.obox.vm.VmAction;
import io.obox.vm.internal.message.VmMessage;
import io.obox.vm.internal.store.BulkTargets;
import io.obox.vm.internal.vms.BulkCandidates.Candidate;
import io.obox.vm.internal.vms.BulkCandidates.Found;
import io.obox.vm.internal.vms.BulkPlanDocument.Left;
import io.obox.vm.internal.vms.VmJobs.BulkArgs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does the same to many VMs. What may be done to each is decided where it is decided for one. */
@Component(service = BulkActions.class)
public final class BulkActions {
    private static final Logger LOG = LoggerFactory.getLogger(BulkActions.class);

    private static final Problem UNEXPECTED = StandardProblem.INTERNAL.of(VmMessage.UNEXPECTED.with());

    private final Transactions transactions;
    private final BulkCandidates candidates;
    private final BulkTargets targets;
    private final VmTable table;
    private final VmPower power;
    private final VmDeletion deletion;
    private final VmBin bin;
    private final RepeatedRequests requests;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile Jobs jobs;

    /** Within the bundle. */
    @Activate
    public BulkActions(
            @Reference Transactions transactions,
            @Reference BulkCandidates candidates,
            @Reference BulkTargets targets,
            @Reference VmTable table,
            @Reference VmPower power,
            @Reference VmDeletion deletion,
            @Reference VmBin bin,
            @Reference RepeatedRequests requests) {
        this.transactions = transactions;
        this.candidates = candidates;
        this.targets = targets;
        this.table = table;
        this.power = power;
        this.deletion = deletion;
        this.bin = bin;
        this.requests = requests;
    }

    Job submit(Caller caller, BulkChange change) {
        IdempotencyKey key = RepeatedRequests.key(caller, change.idempotencyKey(), BulkAsked.of(change));
        return requests.once(VmJobs.BULK, key, () -> {
            Found found = candidates.of(caller, change);
            int all = found.candidates().size() + found.missing().size();
            BulkArgs args = new BulkArgs(ids.generate(), change.action(), change.priority());
            List<UUID> those = found.candidates().stream().map(Candidate::id).toList();
            return transactions.call(entities -> {
                Job job = submit(VmJobs.bulk(caller.userId(), all, args).withIdempotencyKey(key), args, those);
                jobs.skipSaying(
                        job.id(),
                        found.missing().stream()
                                .map(id -> skipped(id.toString(), Problem.notFound(VmMessage.NO_SUCH_VM.with())))
                                .toList());
                return job;
            });
        });
    }

    /** Takes all that the caller sees in the bin away for good, of one owner if that is asked for, however many there are. */
    Job emptyBin(Caller caller, @Nullable UUID owner) {
        List<UUID> those = bin.ids(caller, owner);
        BulkArgs args = new BulkArgs(ids.generate(), VmAction.PURGE, null);
        return transactions.call(entities -> submit(VmJobs.bulk(caller.userId(), those.size(), args), args, those));
    }

    private Job submit(JobRequest request, BulkArgs args, List<UUID> those) {
        Job job = jobs.submit(request);
        targets.add(args.bulkId(), those);
        return job;
    }

    BulkPlan plan(Caller caller, BulkChange change) {
        Found found = candidates.of(caller, change);
        List<Vm.Ref> targets = new ArrayList<>();
        List<Left> skipped = new ArrayList<>();
        found.missing()
                .forEach(
                        id -> skipped.add(new Left(new Vm.Ref(id, ""), Problem.notFound(VmMessage.NO_SUCH_VM.with()))));
        found.candidates()
                .forEach(vm -> refusal(vm, change.action())
                        .ifPresentOrElse(
                                problem -> skipped.add(new Left(vm.ref(), problem)), () -> targets.add(vm.ref())));
        return new BulkPlanDocument(targets, skipped);
    }

    private static Optional<Problem> refusal(Candidate vm, VmAction action) {
        try {
            switch (action) {
                case DELETE -> VmDeletion.require(vm.state(), vm.isProtected());
                case PURGE -> BinRules.requirePurgeable(vm.state(), vm.isProtected(), vm.bin());
                case RESTORE -> BinRules.requireRestorable(vm.bin());
                default -> PowerRules.require(vm.state(), PowerAction.valueOf(action.name()));
            }
            return Optional.empty();
        } catch (ProblemException e) {
            return Optional.of(e.problem());
        }
    }

    /**
     * Has it done to one of a job's VMs, unless that was seen to before. Its own job is submitted in the transaction in which it is
     * taken from what is left, or that it is skipped is written there.
     *
     * @throws RuntimeException where the fault is not the request's; the VM is still among what is left
     */
    public void one(UUID parent, UUID id, BulkArgs args) {
        try {
            transactions.call(entities -> !targets.take(args.bulkId(), id) || begin(parent, id, args));
        } catch (ProblemException e) {
            if (e.problem().status() >= 500) {
                throw e;
            }
            skip(parent, id, args, e.problem());
        }
    }

    /** Skips one of a job's VMs that could not be asked because of this, unless that was seen to before. */
    public void putAside(UUID parent, UUID id, BulkArgs args, RuntimeException fault) {
        LOG.warn("VM {} is left out of the job {}", id, parent, fault);
        skip(parent, id, args, fault instanceof ProblemException known ? known.problem() : UNEXPECTED);
    }

    private void skip(UUID parent, UUID id, BulkArgs args, Problem problem) {
        String name = table.find(id).map(VmRow::name).orElseGet(id::toString);
        transactions.call(entities -> {
            if (targets.take(args.bulkId(), id)) {
                jobs.skipSaying(parent, List.of(skipped(name, problem)));
            }
            return true;
        });
    }

    private boolean begin(UUID parent, UUID id, BulkArgs args) {
        VmRow vm =
                table.find(id).orElseThrow(() -> new ProblemException(Problem.notFound(VmMessage.NO_SUCH_VM.with())));
        UnaryOperator<JobRequest> part = job -> job.withParent(parent).withPriority(args.priority());
        switch (args.action()) {
            case DELETE -> {
                VmDeletion.require(vm.state(), vm.isProtected());
                deletion.delete(vm, part);
            }
            case PURGE -> {
                BinRules.requirePurgeable(vm.state(), vm.isProtected(), vm.bin());
                purge(vm, part);
            }
            case RESTORE -> bin.restore(vm, null, part);
            default -> {
                PowerAction action = PowerAction.valueOf(args.action().name());
                jobs.submit(part.apply(power.aimed(vm, action, args.priority())));
            }
        }
        return true;
    }

    private void purge(VmRow vm, UnaryOperator<JobRequest> part) {
        if (vm.bin() == null) {
            deletion.purge(vm, part);
        } else {
            bin.purge(vm, part);
        }
    }

    private static Message skipped(String name, Problem problem) {
        return VmMessage.SKIPPED.with(name, problem.message());
    }
}

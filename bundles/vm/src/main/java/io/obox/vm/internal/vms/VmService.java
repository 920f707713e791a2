package io.obox.vm.internal.vms;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.obox.host.Host;
import io.obox.job.IdempotencyKey;
import io.obox.job.Job;
import io.obox.job.Jobs;
import io.obox.page.Page;
import io.obox.page.PageRequest;
import io.obox.persistence.Transactions;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.user.Caller;
import io.obox.user.Users;
import io.obox.version.ExpectedVersion;
import io.obox.vm.DesiredPower;
import io.obox.vm.NewVm;
import io.obox.vm.PowerAction;
import io.obox.vm.PowerChange;
import io.obox.vm.Vm;
import io.obox.vm.VmFilter;
import io.obox.vm.VmPatch;
import io.obox.vm.VmState;
import io.obox.vm.Vms;
import io.obox.vm.internal.images.ReadyImages;
import io.obox.vm.internal.vms.VmChecks.Accepted;
import io.obox.vm.internal.vms.VmJobs.PowerAsked;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The rules of VMs. */
@Component(service = {Vms.class, VmService.class})
public final class VmService implements Vms {
    private final Transactions transactions;
    private final VmTable table;
    private final VmChanges changes;
    private final Placement placement;
    private final VmChecks checks;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile Jobs jobs;

    @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile Users users;

    /** Within the bundle. */
    @Activate
    public VmService(
            @Reference Transactions transactions,
            @Reference VmTable table,
            @Reference VmChanges changes,
            @Reference Placement placement,
            @Reference ReadyImages images) {
        this.transactions = transactions;
        this.table = table;
        this.changes = changes;
        this.placement = placement;
        this.checks = new VmChecks(images::find);
    }

    @Override
    public Job create(Caller caller, NewVm request) {
        IdempotencyKey key = key(caller, request.idempotencyKey(), request);
        return once(VmJobs.CREATE, key, () -> {
            Accepted accepted = checks.accept(request);
            Vm vm = requested(caller, accepted);
            return transactions.call(entities -> {
                Job job = jobs.submit(VmJobs.create(vm, request.priority(), key));
                // last, because the host's row is held from here to the commit
                Host host = placement.place(accepted.spec(), request.hostId());
                if (!changes.insert(vm, host.id())) {
                    throw nameTaken(vm.name());
                }
                return job;
            });
        });
    }

    private Vm requested(Caller caller, Accepted accepted) {
        return new Vm(
                ids.generate(),
                accepted.name(),
                new Vm.Ref(caller.userId(), caller.email()),
                new Vm.Ref(accepted.image().id(), accepted.image().name()),
                null,
                accepted.spec(),
                accepted.tags(),
                DesiredPower.RUNNING,
                VmState.REQUESTED,
                List.of(),
                null,
                null,
                Instant.now().truncatedTo(ChronoUnit.MICROS),
                null,
                1);
    }

    @Override
    public Page<Vm> list(Caller caller, VmFilter filter, PageRequest page) {
        UUID before = page.after(UUID::fromString);
        List<Vm> found = table.page(caller.isAdmin() ? null : caller.userId(), filter, before, page.limit() + 1);
        if (found.size() <= page.limit()) {
            return new Page<>(complete(found), null);
        }
        List<Vm> items = found.subList(0, page.limit());
        return new Page<>(complete(items), items.getLast().id().toString());
    }

    @Override
    public Vm get(Caller caller, UUID id) {
        return complete(List.of(visible(caller, id))).getFirst();
    }

    @Override
    public Vm update(Caller caller, UUID id, VmPatch patch, ExpectedVersion expected) {
        VmPatch accepted = checks.accept(patch);
        return transactions.call(entities -> {
            Vm vm = expected(caller, id, expected);
            if (vm.state() == VmState.DELETING) {
                throw new ProblemException(Problem.stateConflict("A VM that is being deleted can't be changed."));
            }
            String name = Objects.requireNonNullElse(accepted.name(), vm.name());
            List<String> tags = Objects.requireNonNullElse(accepted.tags(), vm.tags());
            boolean same = name.equals(vm.name()) && tags.equals(vm.tags());
            if (!same && !edit(vm, name, tags)) {
                throw changedMeanwhile();
            }
            return get(caller, id);
        });
    }

    private boolean edit(Vm vm, String name, List<String> tags) {
        try {
            return changes.edit(vm, name, tags);
        } catch (ProblemException e) {
            throw e.problem().slug().equals("conflict") ? nameTaken(name) : e;
        }
    }

    @Override
    public Job act(Caller caller, UUID id, PowerChange change) {
        PowerAction action = change.action();
        IdempotencyKey key = key(caller, change.idempotencyKey(), new PowerAsked(id, action, change.priority()));
        return once(
                VmJobs.POWER,
                key,
                () -> transactions.call(entities -> {
                    Vm vm = expected(caller, id, change.expected());
                    PowerRules.require(vm.state(), action);
                    if (!changes.aim(vm, PowerRules.aim(action))) {
                        throw changedMeanwhile();
                    }
                    return jobs.submit(VmJobs.power(vm, action, change.priority(), key));
                }));
    }

    @Override
    public Job delete(Caller caller, UUID id, ExpectedVersion expected) {
        return transactions.call(entities -> {
            Vm vm = expected(caller, id, expected);
            if (!changes.deleting(vm)) {
                Job unfinished = jobs.unfinished(Set.of(id)).get(id);
                if (unfinished != null && unfinished.kind().equals(VmJobs.DELETE)) {
                    return unfinished;
                }
            }
            jobs.cancelAll(id);
            return jobs.submit(VmJobs.delete(vm));
        });
    }

    /** The VM, which stays in its version until the transaction ends where that was asked for. */
    private Vm expected(Caller caller, UUID id, ExpectedVersion expected) {
        if (expected.isStated()) {
            table.lock(id);
        }
        Vm vm = visible(caller, id);
        expected.check(vm.version());
        return vm;
    }

    private Vm visible(Caller caller, UUID id) {
        return table.find(id)
                .filter(vm -> caller.mayAct(vm.owner().id()))
                .orElseThrow(() -> new ProblemException(Problem.notFound("VM")));
    }

    private static @Nullable IdempotencyKey key(Caller caller, @Nullable String text, Object asked) {
        if (text == null) {
            return null;
        }
        VmChecks.checkKey(text);
        return new IdempotencyKey(caller.userId(), text, asked);
    }

    /** The job of a request that may come again under the same key: the work is done at most once for it. */
    private Job once(String kind, @Nullable IdempotencyKey key, Supplier<Job> work) {
        if (key == null) {
            return work.get();
        }
        Optional<Job> earlier = jobs.submitted(kind, key);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        try {
            return work.get();
        } catch (ProblemException e) {
            // the same request may have won a race against this one
            return jobs.submitted(kind, key).orElseThrow(() -> e);
        }
    }

    /** Adds what others know: the owners' addresses and the unfinished jobs. */
    private List<Vm> complete(List<Vm> vms) {
        if (vms.isEmpty()) {
            return vms;
        }
        Map<UUID, Job> unfinished = jobs.unfinished(vms.stream().map(Vm::id).toList());
        Map<UUID, String> emails =
                users.emails(vms.stream().map(vm -> vm.owner().id()).collect(Collectors.toSet()));
        return vms.stream()
                .map(vm -> completed(vm, emails.getOrDefault(vm.owner().id(), ""), unfinished.get(vm.id())))
                .toList();
    }

    private static Vm completed(Vm vm, String email, @Nullable Job job) {
        return new Vm(
                vm.id(),
                vm.name(),
                new Vm.Ref(vm.owner().id(), email),
                vm.image(),
                vm.host(),
                vm.spec(),
                vm.tags(),
                vm.desiredPower(),
                vm.state(),
                vm.addresses(),
                vm.problem(),
                job,
                vm.createdAt(),
                vm.startedAt(),
                vm.version());
    }

    private static ProblemException changedMeanwhile() {
        return new ProblemException(Problem.preconditionFailed("The VM was changed meanwhile."));
    }

    private static ProblemException nameTaken(String name) {
        return new ProblemException(
                Problem.of("name-taken", "Name taken", 409, "There is a VM named \"" + name + "\" already.")
                        .withRemedy("Choose another name."));
    }
}

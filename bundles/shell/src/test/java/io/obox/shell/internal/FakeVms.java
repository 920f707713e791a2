package io.obox.shell.internal;

import io.obox.job.Job;
import io.obox.job.JobPriority;
import io.obox.job.JobProgress;
import io.obox.job.JobState;
import io.obox.job.Subject;
import io.obox.job.testkit.FakeJob;
import io.obox.page.Page;
import io.obox.page.PageRequest;
import io.obox.problem.FieldError;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.user.Caller;
import io.obox.user.Owner;
import io.obox.version.ExpectedVersion;
import io.obox.vm.BulkChange;
import io.obox.vm.BulkPlan;
import io.obox.vm.NewVm;
import io.obox.vm.NewVms;
import io.obox.vm.PowerChange;
import io.obox.vm.Repair;
import io.obox.vm.TagCount;
import io.obox.vm.Vm;
import io.obox.vm.VmCounts;
import io.obox.vm.VmFilter;
import io.obox.vm.VmOrder;
import io.obox.vm.VmPatch;
import io.obox.vm.Vms;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Machines of which only the names are real, and a memory of what was asked on whose behalf. */
public final class FakeVms implements Vms {
    public final List<Vm> all = new ArrayList<>();
    public final List<Caller> callers = new ArrayList<>();
    public final List<String> asked = new ArrayList<>();

    /** Adds a machine. */
    public Vm add(String name) {
        UUID id = new UUID(0, all.size() + 1L);
        Vm vm = new FakeVm(id, name);
        all.add(vm);
        return vm;
    }

    @Override
    public Page<Vm> list(Caller caller, VmFilter filter, VmOrder order, PageRequest page) {
        callers.add(caller);
        if (filter.query() != null) {
            asked.add("search " + filter.query() + " by " + order);
        }
        String text = filter.text();
        List<Vm> found = all.stream()
                .filter(vm -> text == null || vm.name().contains(text))
                .toList();
        int from = page.cursor() == null ? 0 : Integer.parseInt(page.cursor());
        int to = Math.min(from + page.limit(), found.size());
        return new Page<>(found.subList(from, to), to < found.size() ? Integer.toString(to) : null);
    }

    @Override
    public VmCounts count(Caller caller, VmFilter filter) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<TagCount> tags(Caller caller) {
        return List.of(new FakeTag("prod", 3, 1), new FakeTag("prod/web", 2, 2));
    }

    private record FakeTag(String tag, long vms, long exact) implements TagCount {}

    @Override
    public Vm get(Caller caller, UUID id) {
        return all.stream()
                .filter(vm -> vm.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problem.notFound("VM")));
    }

    @Override
    public Job create(Caller caller, NewVm request) {
        throw new ProblemException(
                Problem.validation(List.of(new FieldError("/name", "It must be a label as in RFC 1123."))));
    }

    @Override
    public Job create(Caller caller, NewVms request) {
        callers.add(caller);
        asked.add(request.count() + " like " + request.each().name() + " from " + request.firstNumber());
        return job(all.getFirst(), JobState.AVAILABLE, null);
    }

    @Override
    public Vm update(Caller caller, UUID id, VmPatch patch, ExpectedVersion expected) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Job act(Caller caller, UUID id, PowerChange change) {
        callers.add(caller);
        asked.add(change.action() + " " + get(caller, id).name());
        return job(get(caller, id), JobState.AVAILABLE, null);
    }

    @Override
    public Job act(Caller caller, BulkChange change) {
        callers.add(caller);
        asked.add(change.action() + " all of "
                + Objects.requireNonNull(change.filter()).query());
        return job(all.getFirst(), JobState.AVAILABLE, null);
    }

    @Override
    public BulkPlan plan(Caller caller, BulkChange change) {
        return new FakePlan(
                all.stream().limit(1).map(vm -> new Vm.Ref(vm.id(), vm.name())).toList(),
                all.stream()
                        .skip(1)
                        .map(vm ->
                                new FakePlan.Left(new Vm.Ref(vm.id(), vm.name()), Problem.stateConflict("It is off.")))
                        .toList());
    }

    private record FakePlan(List<Vm.Ref> targets, List<Left> skipped) implements BulkPlan {
        record Left(Vm.Ref vm, Problem problem) implements Skipped {}
    }

    @Override
    public Job repair(Caller caller, UUID id, Repair repair) {
        asked.add(repair.action() + " " + get(caller, id).name());
        return job(get(caller, id), JobState.AVAILABLE, null);
    }

    @Override
    public Job delete(Caller caller, UUID id, ExpectedVersion expected) {
        asked.add("delete " + get(caller, id).name());
        return job(get(caller, id), JobState.AVAILABLE, null);
    }

    @Override
    public Job purge(Caller caller, UUID id, ExpectedVersion expected) {
        asked.add("purge " + get(caller, id).name());
        return job(get(caller, id), JobState.AVAILABLE, null);
    }

    @Override
    public Page<Vm> bin(Caller caller, @Nullable UUID owner, PageRequest page) {
        return list(caller, VmFilter.ANY, VmOrder.NEWEST_FIRST, page);
    }

    @Override
    public Job restore(Caller caller, UUID id, @Nullable String name) {
        asked.add("restore " + get(caller, id).name() + " as " + name);
        return job(get(caller, id), JobState.AVAILABLE, null);
    }

    @Override
    public Job purgeFromBin(Caller caller, UUID id) {
        asked.add("purge from the bin " + get(caller, id).name());
        return job(get(caller, id), JobState.AVAILABLE, null);
    }

    @Override
    public Job emptyBin(Caller caller, @Nullable UUID owner) {
        asked.add("empty the bin");
        return job(all.getFirst(), JobState.AVAILABLE, null);
    }

    /** A job about a machine. */
    public static Job job(Vm vm, JobState state, @Nullable Problem problem) {
        return new FakeJob(
                new UUID(3, 1),
                "vm.power",
                "reboot",
                new Subject("vm", vm.id(), vm.name()),
                new Owner(vm.owner().id(), vm.owner().name()),
                state,
                JobPriority.NORMAL,
                1,
                3,
                JobProgress.NONE,
                problem,
                vm.createdAt(),
                vm.createdAt(),
                null,
                null,
                null,
                null,
                null,
                null,
                1);
    }
}

package io.obox.vm.internal.jobs;

import static io.obox.vm.internal.kit.Refusals.faults;
import static io.obox.vm.internal.kit.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.obox.job.Job;
import io.obox.job.JobPriority;
import io.obox.job.JobRequest;
import io.obox.job.JobState;
import io.obox.problem.ProblemException;
import io.obox.user.Caller;
import io.obox.vm.BulkChange;
import io.obox.vm.BulkPlan;
import io.obox.vm.DesiredPower;
import io.obox.vm.Vm;
import io.obox.vm.VmAction;
import io.obox.vm.VmFilter;
import io.obox.vm.VmState;
import io.obox.vm.internal.kit.FakeContext;
import io.obox.vm.internal.kit.FakeJobs.Entry;
import io.obox.vm.internal.kit.VmKit;
import io.obox.vm.internal.store.BulkLeftovers;
import io.obox.vm.internal.vms.BulkActions;
import io.obox.vm.internal.vms.VmJobs;
import io.obox.vm.internal.vms.VmJobs.BulkArgs;
import io.obox.vm.internal.vms.VmService;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BulkTest {
    private VmKit kit;
    private VmService vms;
    private BulkHandler handler;
    private UUID on;
    private UUID off;
    private UUID others;

    @BeforeEach
    void setUp() {
        kit = new VmKit();
        vms = kit.vms();
        handler = new BulkHandler(kit.targets, Objects.requireNonNull(kit.bulk));
        on = made(VmKit.ANN, "web-on", "RUNNING");
        off = made(VmKit.ANN, "web-off", "STOPPED");
        others = made(VmKit.BOB, "web-bob", "RUNNING");
    }

    @Test
    void eachVmGetsAJobOfItsOwnAndTheOthersAreSkippedWithTheReason() throws Exception {
        Job job = vms.act(
                VmKit.ANN,
                search(VmAction.STOP, "web").priority(JobPriority.HIGH).build());
        run(job);

        assertThat(job.kind()).isEqualTo(VmJobs.BULK);
        assertThat(job.action()).isEqualTo("stop");
        assertThat(job.subject().name()).isEqualTo("2 VMs");
        assertThat(request(job).hasParts()).isTrue();
        assertThat(parts(job)).singleElement().satisfies(part -> {
            assertThat(part.subject().id()).isEqualTo(on);
            assertThat(part.priority()).isEqualTo(JobPriority.HIGH);
            assertThat(part.exclusiveKey()).isEqualTo("vm:" + on);
        });
        assertThat(kit.jobs.skipped).containsExactly("web-off is skipped: A VM that is stopped can't stop.");
        assertThat(kit.table.find(on).orElseThrow().desiredPower()).isEqualTo(DesiredPower.STOPPED);
        assertThat(kit.table.find(others).orElseThrow().desiredPower()).isEqualTo(DesiredPower.RUNNING);
    }

    @Test
    void whatACallerMayNotSeeIsSkippedAsIfItWereNot() throws Exception {
        run(vms.act(
                VmKit.ANN,
                BulkChange.builder(VmAction.DELETE).ids(List.of(on, others, on)).build()));

        assertThat(kit.table.find(on).orElseThrow().state()).isEqualTo(VmState.DELETING);
        assertThat(kit.table.find(others).orElseThrow().state()).isEqualTo(VmState.RUNNING);
        assertThat(kit.jobs.skipped).containsExactly(others + " is skipped: There is no such VM.");
    }

    @Test
    void whatIsNotThereIsSkippedAtOnceHoweverMuch() {
        vms.act(
                VmKit.ANN,
                BulkChange.builder(VmAction.STOP)
                        .ids(Stream.generate(UUID::randomUUID).limit(50).toList())
                        .build());

        assertThat(kit.jobs.skipped).hasSize(50);
        assertThat(kit.jobs.skips).hasValue(1);
    }

    @Test
    void anAdministratorReachesAllAndTheJobsAreTheOwners() throws Exception {
        Job job = vms.act(VmKit.ADMIN, search(VmAction.RESET, "state:running").build());
        run(job);

        assertThat(parts(job))
                .extracting(JobRequest::ownerId)
                .containsExactlyInAnyOrder(VmKit.ANN.userId(), VmKit.BOB.userId());
    }

    @Test
    void aPlanTellsTheSameAndDoesNothing() {
        BulkPlan plan = vms.plan(
                VmKit.ANN,
                BulkChange.builder(VmAction.START).ids(List.of(on, off, others)).build());

        assertThat(plan.targets()).containsExactly(new Vm.Ref(off, "web-off"));
        assertThat(plan.skipped()).extracting(each -> each.vm().id()).containsExactlyInAnyOrder(on, others);
        assertThat(plan.skipped())
                .extracting(each -> each.problem().slug())
                .containsExactlyInAnyOrder("state-conflict", "not-found");
        assertThat(kit.jobs.ofKind(VmJobs.BULK)).isEmpty();
        assertThat(vms.plan(VmKit.ANN, search(VmAction.START, "state:any").build())
                        .targets())
                .hasSize(1);
    }

    @Test
    void anAttemptGoesOnWhereTheOneBeforeHasEnded() throws Exception {
        Job job = vms.act(VmKit.ADMIN, search(VmAction.RESET, "state:running").build());
        BulkActions actions = Objects.requireNonNull(kit.bulk);
        actions.one(job.id(), on, args(job));
        actions.one(job.id(), on, args(job));

        run(job);
        run(job);

        assertThat(parts(job)).extracting(part -> part.subject().id()).containsExactlyInAnyOrder(on, others);
    }

    @Test
    void aJobAndItsPlaceAmongWhatIsLeftAgree() throws Exception {
        Job job = vms.act(VmKit.ANN, search(VmAction.STOP, "state:running").build());
        BulkArgs args = args(job);
        kit.jobs.breakDown();

        assertThatThrownBy(() -> handler.handle(args, new FakeContext())).isInstanceOf(ProblemException.class);

        assertThat(kit.targets.next(args.bulkId(), 10)).containsExactly(on);
        assertThat(kit.table.find(on).orElseThrow().desiredPower()).isEqualTo(DesiredPower.RUNNING);
    }

    @Test
    void aVmThatIsBeingDeletedIsNotDeletedAgain() throws Exception {
        kit.force(on, "DELETING");
        run(vms.act(VmKit.ANN, search(VmAction.DELETE, "web").build()));

        assertThat(kit.jobs.skipped).containsExactly("web-on is skipped: The VM is being deleted already.");
    }

    @Test
    void theSameRequestIsDoneOnce() {
        BulkChange change = search(VmAction.STOP, "web").idempotencyKey("once").build();
        Job first = vms.act(VmKit.ANN, change);

        assertThat(vms.act(VmKit.ANN, change).id()).isEqualTo(first.id());
        refused(
                "conflict",
                () -> vms.act(
                        VmKit.ANN,
                        search(VmAction.STOP, "name:web").idempotencyKey("once").build()));
        refused(
                "conflict",
                () -> vms.act(
                        VmKit.ANN,
                        search(VmAction.RESET, "web").idempotencyKey("once").build()));
    }

    @Test
    void whatIsLeftOfACancelledJobIsForgotten() {
        Job job = vms.act(VmKit.ANN, search(VmAction.STOP, "web").build());
        handler.ended(args(job), JobState.CANCELLED, null);

        assertThat(kit.targets.next(args(job).bulkId(), 10)).isEmpty();
    }

    @Test
    void whatIsLeftOfADiscardedJobWaitsForItsRetryNinetyDaysLong() {
        Job job = vms.act(VmKit.ANN, search(VmAction.STOP, "web").build());
        BulkLeftovers leftovers = new BulkLeftovers(kit.transactions);
        UUID old = new UUID(Instant.now().minus(Duration.ofDays(91)).toEpochMilli() << 16, 7);
        kit.targets.add(old, List.of(on, off, others));

        handler.ended(args(job), JobState.DISCARDED, null);

        assertThat(leftovers.deleteAged(2)).isEqualTo(2);
        assertThat(leftovers.deleteAged(2)).isEqualTo(1);
        assertThat(leftovers.deleteAged(2)).isZero();
        assertThat(kit.targets.next(args(job).bulkId(), 10)).containsExactlyInAnyOrder(on, off);
    }

    @Test
    void aVmWithAFaultHoldsUpNoOtherAndIsSkippedByTheLastAttempt() throws Exception {
        Job job = vms.act(VmKit.ADMIN, search(VmAction.RESET, "state:running").build());
        kit.jobs.breakDownFor(on);

        assertThatThrownBy(() -> handler.handle(args(job), new FakeContext(job.id())))
                .hasMessageContaining("The ledger is away.");
        assertThat(parts(job)).extracting(part -> part.subject().id()).containsExactly(others);
        assertThat(kit.targets.next(args(job).bulkId(), 10)).containsExactly(on);
        assertThat(kit.jobs.skipped).isEmpty();

        handler.handle(args(job), new FakeContext(job.id(), 3));
        assertThat(kit.targets.next(args(job).bulkId(), 10)).isEmpty();
        assertThat(kit.jobs.skipped).containsExactly("web-on is skipped: The ledger is away.");
        assertThat(handler.retryPolicy().maxAttempts()).isEqualTo(12);
    }

    @Test
    void aRequestIsForSoManyVmsThatAreNamedInOneWay() {
        List<UUID> many = Collections.nCopies(BulkChange.MAX_VMS + 1, on);

        assertThat(faults(() -> vms.act(
                        VmKit.ANN, BulkChange.builder(VmAction.STOP).ids(many).build())))
                .containsExactly("/ids");
        assertThat(faults(() ->
                        vms.act(VmKit.ANN, BulkChange.builder(VmAction.STOP).build())))
                .containsExactly("");
        assertThat(faults(() -> vms.act(
                        VmKit.ANN, search(VmAction.STOP, "web").ids(List.of(on)).build())))
                .containsExactly("");
        assertThat(faults(() ->
                        vms.act(VmKit.ANN, search(VmAction.STOP, "colour:red").build())))
                .containsExactly("/q");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \t "})
    void anEmptySearchIsNotTakenForAllVms(String query) {
        BulkChange change = search(VmAction.DELETE, query).build();

        assertThat(faults(() -> vms.act(VmKit.ADMIN, change))).containsExactly("/q");
        assertThat(faults(() -> vms.plan(VmKit.ADMIN, change))).containsExactly("/q");
        assertThatThrownBy(() -> vms.act(VmKit.ADMIN, change))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().remedy()).contains("state:any"));
        assertThat(kit.jobs.ofKind(VmJobs.BULK)).isEmpty();
        VmFilter anns = VmFilter.builder().ownerId(VmKit.ANN.userId()).build();
        assertThat(vms.plan(
                                VmKit.ADMIN,
                                BulkChange.builder(VmAction.DELETE).filter(anns).build())
                        .targets())
                .hasSize(2);
    }

    private static BulkChange.Builder search(VmAction action, String query) {
        return BulkChange.builder(action).filter(VmFilter.builder().query(query).build());
    }

    private void run(Job job) throws Exception {
        handler.handle(args(job), new FakeContext(job.id()));
    }

    private BulkArgs args(Job job) {
        return (BulkArgs) request(job).args();
    }

    private JobRequest request(Job job) {
        return kit.jobs.entries().stream()
                .filter(entry -> entry.job().id().equals(job.id()))
                .map(Entry::request)
                .findFirst()
                .orElseThrow();
    }

    private List<JobRequest> parts(Job job) {
        return kit.jobs.entries().stream()
                .map(Entry::request)
                .filter(request -> job.id().equals(request.parentId()))
                .toList();
    }

    private UUID made(Caller owner, String name, String state) {
        UUID id = vms.create(owner, kit.small(name)).subject().id();
        kit.force(id, state);
        return id;
    }
}

package io.obox.vm.internal.jobs;

import static io.obox.vm.internal.kit.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.obox.host.Capacity;
import io.obox.host.access.HostAccess;
import io.obox.host.testkit.HostKit;
import io.obox.image.ImageState;
import io.obox.image.store.ImageStore;
import io.obox.job.Job;
import io.obox.job.JobFailure;
import io.obox.job.JobHandler;
import io.obox.job.JobRequest;
import io.obox.job.JobState;
import io.obox.job.Place;
import io.obox.problem.Problem;
import io.obox.provisioner.spi.GuestState;
import io.obox.user.Caller;
import io.obox.version.ExpectedVersion;
import io.obox.vm.DesiredPower;
import io.obox.vm.Repair;
import io.obox.vm.RepairAction;
import io.obox.vm.VmPatch;
import io.obox.vm.VmState;
import io.obox.vm.internal.kit.FakeContext;
import io.obox.vm.internal.kit.VmKit;
import io.obox.vm.internal.vms.VmJobs;
import io.obox.vm.internal.vms.VmJobs.ForgetArgs;
import io.obox.vm.internal.vms.VmJobs.VmArgs;
import io.obox.vm.internal.vms.VmPlaces;
import io.obox.vm.internal.vms.VmRow;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepairHandlersTest {
    private VmKit kit;
    private CreateHandler create;
    private CheckHandler check;
    private ForgetHandler forget;
    private UUID id;

    @BeforeEach
    void setUp() {
        kit = new VmKit();
        Guests guests = kit.wired(new Guests(kit.table));
        LostGuests lost = new LostGuests(guests, kit.changes);
        create = new CreateHandler(guests, lost, kit.table, kit.changes, kit.leftovers());
        check = new CheckHandler(lost);
        Removal removal = kit.wired(new Removal(kit.table, kit.changes, kit.usage, kit.bin()));
        forget = kit.wired(new ForgetHandler(kit.table, kit.wired(new VmPlaces()), lost, removal));
        id = kit.vms().create(VmKit.ANN, kit.request("web")).subject().id();
    }

    @Test
    void lostVmWhoseGuestIsThereAgainIsWhatItsGuestIs() throws Exception {
        kit.force(id, "LOST");
        kit.provisioner.set(id, GuestState.PAUSED);
        kit.vms().repair(VmKit.ANN, id, Repair.of(RepairAction.CHECK));

        check.handle(new VmArgs(id), new FakeContext());

        assertThat(vm().state()).isEqualTo(VmState.PAUSED);
    }

    @Test
    void lostVmWhoseGuestIsNotThereStaysLostAndItsJobTellsSo() throws Exception {
        kit.force(id, "LOST");
        FakeContext context = new FakeContext();

        check.handle(new VmArgs(id), context);

        assertThat(vm().state()).isEqualTo(VmState.LOST);
        assertThat(context.lines()).containsExactly("The host does not have the guest.");
    }

    @Test
    void guestIsLookedForAgainIfItsVmWasChangedWhileTheHostWasAsked() throws Exception {
        kit.force(id, "LOST");
        kit.provisioner.set(id, GuestState.RUNNING);
        AtomicBoolean first = new AtomicBoolean(true);
        kit.provisioner.duringObservation(() -> {
            if (first.getAndSet(false)) {
                kit.force(id, "LOST");
            }
        });
        FakeContext context = new FakeContext();

        check.handle(new VmArgs(id), context);

        assertThat(vm().state()).isEqualTo(VmState.RUNNING);
        assertThat(context.lines()).containsExactly("The host has the guest, which is RUNNING.");
    }

    @Test
    void checkingAVmThatWasFoundMeanwhileTellsSo() throws Exception {
        kit.force(id, "LOST");
        kit.provisioner.set(id, GuestState.RUNNING);
        kit.provisioner.duringObservation(() -> kit.force(id, "STOPPED"));
        FakeContext context = new FakeContext();

        check.handle(new VmArgs(id), context);

        assertThat(vm().state()).isEqualTo(VmState.STOPPED);
        assertThat(context.lines()).containsExactly("The VM is STOPPED by now.");
    }

    @ParameterizedTest
    @CsvSource({"LOST, RECREATE", "FAILED, RETRY"})
    void brokenVmIsMadeOnceMore(String state, RepairAction action) throws Exception {
        kit.force(id, state);

        kit.vms().repair(VmKit.ANN, id, Repair.of(action));
        assertThat(vm().state()).isEqualTo(VmState.REQUESTED);
        assertThat(kit.jobs.ofKind(VmJobs.CREATE)).hasSize(2);
        create.handle(new VmArgs(id), new FakeContext());
        ended(create, new VmArgs(id), JobState.COMPLETED, null);

        assertThat(vm().state()).isEqualTo(VmState.RUNNING);
        assertThat(kit.provisioner.guests()).containsExactly(id);
    }

    @ParameterizedTest
    @CsvSource({"LOST, RECREATE", "FAILED, RETRY"})
    void vmIsMadeOnceMoreWhereItsImageIsAsItWasTheFirstTime(String state, RepairAction action) throws Exception {
        List<Place> first = kit.jobs.entries().getLast().request().places();
        assertThat(first).containsExactly(place(), ImageStore.place(kit.imageId, "tiny"));
        kit.force(id, state);

        kit.vms().repair(VmKit.ANN, id, Repair.of(action));

        assertThat(kit.jobs.entries().getLast().request().places()).isEqualTo(first);
    }

    @Test
    void thatTheImageOfAVmHasGoneIsToldByAnyNodeThatReachesItsHost() {
        kit.force(id, "LOST");
        kit.images.change(kit.imageId, ImageState.FAILED);

        recreated();

        assertThat(kit.jobs.entries().getLast().request().places()).containsExactly(place());
        assertThatThrownBy(() -> create.handle(new VmArgs(id), new FakeContext()))
                .isInstanceOfSatisfying(
                        JobFailure.class, e -> assertThat(e.problem().slug()).isEqualTo("image-gone"));
    }

    @Test
    void vmThatIsNotRecreatedIsLostAgainAndWhatItsHostThenHasIsKept() throws Exception {
        kit.hosts.look.addObserver(kit.reconciliation());
        kit.force(id, "LOST");
        Job job = recreated();
        kit.jobs.put(job.id(), JobState.CANCELLED);

        ended(create, new VmArgs(id), JobState.CANCELLED, null);
        assertThat(vm().state()).isEqualTo(VmState.LOST);
        assertThat(vm().problem()).isNotNull().extracting(Problem::slug).isEqualTo("cancelled");
        kit.provisioner.set(id, GuestState.RUNNING);
        kit.hosts.go();

        assertThat(kit.jobs.ofKind(VmJobs.CLEAN)).isEmpty();
        assertThat(vm().state()).isEqualTo(VmState.RUNNING);
        assertThat(vm().problem()).isNull();
    }

    @Test
    void whatARecreationLeftThatWasCutOffIsKept() throws Exception {
        kit.force(id, "LOST");
        recreated();
        create.handle(new VmArgs(id), new FakeContext());

        ended(create, new VmArgs(id), JobState.DISCARDED, Problem.of("worker-died", "Ended", 500, "It ended."));

        assertThat(vm().state()).isEqualTo(VmState.LOST);
        assertThat(kit.jobs.ofKind(VmJobs.CLEAN)).isEmpty();
    }

    @Test
    void vmWhoseGuestIsBackBeforeItIsRecreatedIsWhatItsGuestIs() throws Exception {
        kit.force(id, "LOST");
        recreated();
        kit.provisioner.set(id, GuestState.PAUSED);

        create.handle(new VmArgs(id), new FakeContext());
        ended(create, new VmArgs(id), JobState.COMPLETED, null);

        assertThat(vm().state()).isEqualTo(VmState.PAUSED);
        assertThat(vm().desiredPower()).isEqualTo(DesiredPower.PAUSED);
    }

    @Test
    void recreationThatBeginsAgainLooksFirstAndMakesTheVm() throws Exception {
        kit.force(id, "LOST");
        recreated();
        ended(create, new VmArgs(id), JobState.CANCELLED, null);
        FakeContext context = new FakeContext();

        create.handle(new VmArgs(id), context);
        ended(create, new VmArgs(id), JobState.COMPLETED, null);

        assertThat(context.lines()).first().isEqualTo("The host does not have the guest.");
        assertThat(vm().state()).isEqualTo(VmState.RUNNING);
        assertThat(vm().isRecreated()).isFalse();
    }

    @Test
    void creationThatBeginsAgainLeavesAVmThatWasLostAndNotRecreated() {
        kit.force(id, "LOST");

        assertThatThrownBy(() -> create.handle(new VmArgs(id), new FakeContext()))
                .isInstanceOf(JobFailure.class);

        assertThat(vm().state()).isEqualTo(VmState.LOST);
        assertThat(kit.provisioner.guests()).isEmpty();
    }

    @Test
    void vmThatWasProtectedMeanwhileIsNotRecreated() {
        kit.force(id, "LOST");
        recreated();
        kit.vms().update(VmKit.ANN, id, VmPatch.builder().isProtected(true).build(), ExpectedVersion.parse("*"));

        failed("vm-protected", () -> create.handle(new VmArgs(id), new FakeContext()));

        assertThat(kit.provisioner.guests()).isEmpty();
    }

    @Test
    void vmThatItsHostDoesNotHaveIsForgottenWithWhatItWasPromised() throws Exception {
        kit.force(id, "LOST");
        Job job = forgotten(VmKit.ANN);
        assertThat(job.kind()).isEqualTo(VmJobs.FORGET);
        assertThat(kit.jobs.entries().getLast().request().places()).containsExactly(place());
        assertThat(vm().state()).isEqualTo(VmState.LOST);

        forget.handle(new ForgetArgs(id, false), new FakeContext());
        ended(forget, new ForgetArgs(id, false), JobState.COMPLETED, null);

        assertThat(kit.table.find(id)).isEmpty();
        assertThat(kit.hosts.host().used()).isEqualTo(Capacity.NONE);
        assertThat(kit.usage.of(VmKit.ANN.userId()).vms()).isZero();
    }

    @Test
    void vmWhoseGuestRunsOnIsNotForgottenThoughItsDeletionWasCancelled() {
        kit.provisioner.set(id, GuestState.RUNNING);
        kit.vms().delete(VmKit.ANN, id, ExpectedVersion.UNSTATED);
        kit.changes.notDeleted(vm(), null);
        forgotten(VmKit.ANN);

        failed("state-conflict", () -> forget.handle(new ForgetArgs(id, false), new FakeContext()));

        assertThat(vm().state()).isEqualTo(VmState.RUNNING);
        assertThat(kit.usage.of(VmKit.ANN.userId()).vms()).isOne();
        assertThat(kit.hosts.host().vms()).isOne();
    }

    @Test
    void onlyAnAdministratorForgetsAVmWhoseHostNobodyReaches() throws Exception {
        kit.force(id, "LOST");
        kit.jobs.reachNoMore(place());
        refused("host-unreachable", () -> forgotten(VmKit.ANN));
        assertThat(kit.jobs.ofKind(VmJobs.FORGET)).isEmpty();

        Job job = forgotten(VmKit.ADMIN);
        assertThat(job.owner().id()).isEqualTo(VmKit.ADMIN.userId());
        JobRequest request = kit.jobs.entries().getLast().request();
        assertThat(request.places()).isEmpty();
        assertThat(request.args()).isEqualTo(new ForgetArgs(id, true));
        forget.handle(new ForgetArgs(id, true), new FakeContext());
        ended(forget, new ForgetArgs(id, true), JobState.COMPLETED, null);

        assertThat(kit.table.find(id)).isEmpty();
    }

    @Test
    void aHostThatIsReachedAgainIsAskedBeforeItsVmIsForgotten() {
        kit.force(id, "LOST");

        failed("state-conflict", () -> forget.handle(new ForgetArgs(id, true), new FakeContext()));

        assertThat(vm().state()).isEqualTo(VmState.LOST);
    }

    @ParameterizedTest
    @CsvSource({"RUNNING", "FAILED", "REQUESTED", "DELETING"})
    void forgettingThatBeginsAgainLeavesAVmThatIsNoLongerLost(VmState state) {
        kit.force(id, state.name());

        failed("state-conflict", () -> forget.handle(new ForgetArgs(id, false), new FakeContext()));
        failed("state-conflict", () -> forget.handle(new ForgetArgs(id, true), new FakeContext()));
        refused("state-conflict", () -> ended(forget, new ForgetArgs(id, false), JobState.COMPLETED, null));
        ended(forget, new ForgetArgs(id, false), JobState.DISCARDED, null);

        assertThat(vm().state()).isEqualTo(state);
    }

    @Test
    void forgettingThatBeginsAgainLeavesAVmThatWasProtectedMeanwhile() {
        kit.force(id, "LOST");
        kit.vms().update(VmKit.ANN, id, VmPatch.builder().isProtected(true).build(), ExpectedVersion.parse("*"));

        failed("vm-protected", () -> forget.handle(new ForgetArgs(id, false), new FakeContext()));
        refused("state-conflict", () -> ended(forget, new ForgetArgs(id, false), JobState.COMPLETED, null));

        assertThat(vm().state()).isEqualTo(VmState.LOST);
    }

    @Test
    void vmIsLostAgainIfForgettingItIsGivenUp() throws Exception {
        kit.force(id, "LOST");
        kit.vms().repair(VmKit.ANN, id, Repair.of(RepairAction.FORGET));

        ended(forget, new ForgetArgs(id, false), JobState.CANCELLED, null);

        assertThat(vm().state()).isEqualTo(VmState.LOST);
    }

    @Test
    void nobodyRepairsWhatIsNotTheirs() {
        kit.force(id, "LOST");

        assertThatThrownBy(() -> kit.vms().repair(VmKit.BOB, id, Repair.of(RepairAction.FORGET)))
                .hasMessageContaining("not-found");
        assertThat(vm().state()).isEqualTo(VmState.LOST);
    }

    @Test
    void repairThatIsAskedForAgainUnderItsKeyIsDoneOnce() {
        kit.force(id, "LOST");
        Repair repair = Repair.builder(RepairAction.RECREATE)
                .idempotencyKey("repair-0123456789abcdef")
                .build();

        Job first = kit.vms().repair(VmKit.ANN, id, repair);
        Job second = kit.vms().repair(VmKit.ANN, id, repair);

        assertThat(second.id()).isEqualTo(first.id());
    }

    private Job recreated() {
        return kit.vms().repair(VmKit.ANN, id, Repair.of(RepairAction.RECREATE));
    }

    private Job forgotten(Caller caller) {
        return kit.vms().repair(caller, id, Repair.of(RepairAction.FORGET));
    }

    private Place place() {
        return HostAccess.place(kit.hostId, HostKit.NAME);
    }

    private static void failed(String slug, ThrowingCallable attempt) {
        assertThatThrownBy(attempt).isInstanceOfSatisfying(JobFailure.class, e -> {
            assertThat(e.problem().slug()).isEqualTo(slug);
            assertThat(e.problem().remedy()).isNotBlank();
            assertThat(e.retryable()).isFalse();
        });
    }

    private VmRow vm() {
        return kit.table.find(id).orElseThrow();
    }

    private <A> void ended(JobHandler<A> handler, A args, JobState state, @Nullable Problem problem) {
        kit.transactions.call(entities -> {
            handler.ended(args, state, problem);
            return true;
        });
    }
}

package io.obox.vm.internal.jobs;

import static io.obox.vm.internal.kit.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.obox.event.Change;
import io.obox.event.Change.Action;
import io.obox.host.Capacity;
import io.obox.job.Job;
import io.obox.job.JobRequest;
import io.obox.job.JobState;
import io.obox.page.PageRequest;
import io.obox.problem.Problem;
import io.obox.provisioner.spi.GuestState;
import io.obox.provisioner.spi.ProvisionException;
import io.obox.provisioner.spi.ProvisionException.Kind;
import io.obox.user.Caller;
import io.obox.user.Quota;
import io.obox.version.ExpectedVersion;
import io.obox.vm.BulkChange;
import io.obox.vm.DesiredPower;
import io.obox.vm.Vm;
import io.obox.vm.VmAction;
import io.obox.vm.VmFilter;
import io.obox.vm.VmPatch;
import io.obox.vm.VmState;
import io.obox.vm.internal.kit.FakeContext;
import io.obox.vm.internal.kit.VmKit;
import io.obox.vm.internal.vms.VmJobs;
import io.obox.vm.internal.vms.VmJobs.BulkArgs;
import io.obox.vm.internal.vms.VmJobs.DeleteArgs;
import io.obox.vm.internal.vms.VmJobs.VmArgs;
import io.obox.vm.internal.vms.VmService;
import io.obox.vm.internal.vms.VmUsage.Amounts;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Deleted VMs, which can be given back for some days. */
class BinTest {
    private static final Capacity DISK = new Capacity(0, 0, VmKit.DISK_GIB);
    private static final Capacity WHOLE = new Capacity(VmKit.VCPUS, 128, VmKit.DISK_GIB);

    private VmKit kit;
    private VmService vms;
    private DeleteHandler delete;
    private RestoreHandler restore;
    private UUID id;

    @BeforeEach
    void setUp() {
        kit = new VmKit();
        kit.binDays = 7;
        vms = kit.vms();
        Guests guests = kit.wired(new Guests(kit.table));
        delete = new DeleteHandler(
                guests, kit.table, kit.changes, kit.wired(new Removal(kit.table, kit.changes, kit.usage, kit.bin())));
        restore = new RestoreHandler(guests, kit.changes);
        id = running("web");
    }

    @Test
    void deletedVmIsOffAndInTheBinAndNowhereElse() throws Exception {
        Job job = vms.delete(VmKit.ANN, id, ExpectedVersion.UNSTATED);
        assertThat(vms.get(VmKit.ANN, id).state()).isEqualTo(VmState.DELETING);
        run(job);

        assertThat(job.kind()).isEqualTo(VmJobs.DELETE);
        assertThat(guest()).isEqualTo(GuestState.STOPPED);
        refused("not-found", () -> vms.get(VmKit.ANN, id));
        refused("not-found", () -> vms.delete(VmKit.ANN, id, ExpectedVersion.UNSTATED));
        refused("not-found", () -> vms.update(VmKit.ANN, id, VmPatch.builder().build(), ExpectedVersion.UNSTATED));
        assertThat(vms.list(VmKit.ANN, VmFilter.ANY, PageRequest.first()).items())
                .isEmpty();
        assertThat(vms.count(VmKit.ANN, VmFilter.ANY).total()).isZero();
        Vm binned = binned(VmKit.ANN).getFirst();
        assertThat(binned.name()).isEqualTo("web");
        assertThat(binned.state()).isEqualTo(VmState.STOPPED);
        assertThat(Duration.between(binned.deletedAt(), binned.expiresAt())).isEqualTo(Duration.ofDays(7));
    }

    @Test
    void whatIsInTheBinTakesItsDiskOnlyAndItsNameIsFree() throws Exception {
        delete(id);

        assertThat(kit.usage.of(VmKit.ANN.userId())).isEqualTo(new Amounts(0, 0, 0, VmKit.DISK_GIB));
        assertThat(kit.hosts.host().used()).isEqualTo(DISK);
        kit.usage.correct();
        assertThat(kit.usage.of(VmKit.ANN.userId())).isEqualTo(new Amounts(0, 0, 0, VmKit.DISK_GIB));

        UUID other = running("web");
        delete(other);
        assertThat(binned(VmKit.ANN)).extracting(Vm::name).containsExactly("web", "web");
    }

    @Test
    void restoredVmIsAsItWasButOff() throws Exception {
        delete(id);

        Job job = vms.restore(VmKit.ANN, id, null);

        Vm vm = vms.get(VmKit.ANN, id);
        assertThat(vm.name()).isEqualTo("web");
        assertThat(vm.state()).isEqualTo(VmState.STOPPED);
        assertThat(vm.desiredPower()).isEqualTo(DesiredPower.STOPPED);
        assertThat(vm.deletedAt()).isNull();
        assertThat(kit.usage.of(VmKit.ANN.userId())).isEqualTo(new Amounts(1, VmKit.VCPUS, 128, VmKit.DISK_GIB));
        assertThat(kit.hosts.host().used()).isEqualTo(WHOLE);
        assertThat(binned(VmKit.ANN)).isEmpty();

        assertThat(job.kind()).isEqualTo(VmJobs.RESTORE);
        kit.provisioner.forget(id);
        restore.handle(new VmArgs(id), new FakeContext());
        assertThat(vms.get(VmKit.ANN, id).state()).isEqualTo(VmState.LOST);
    }

    @Test
    void aNameThatIsTakenMeanwhileNeedsAnother() throws Exception {
        delete(id);
        running("web");

        refused("name-taken", () -> vms.restore(VmKit.ANN, id, null));
        refused("validation", () -> vms.restore(VmKit.ANN, id, "Web 2"));
        assertThat(binned(VmKit.ANN)).hasSize(1);
        assertThat(kit.jobs.ofKind(VmJobs.RESTORE)).isEmpty();
        assertThat(kit.usage.of(VmKit.ANN.userId()).vms()).isEqualTo(1);

        vms.restore(VmKit.ANN, id, "web-2");
        assertThat(vms.get(VmKit.ANN, id).name()).isEqualTo("web-2");
    }

    @Test
    void nothingIsGivenBackThatTheQuotaOrTheHostHasNoRoomFor() throws Exception {
        delete(id);
        kit.quota = new Quota(1, VmKit.VCPUS - 1, 1_000_000, 1_000);
        refused("quota-exceeded", () -> vms.restore(VmKit.ANN, id, null));

        kit.quota = new Quota(2, 1_000, 1_000_000, 1_000);
        int rest = (int) kit.hosts.host().total().memoryMib() - 100;
        vms.create(VmKit.BOB, kit.sized("large", rest));
        refused("no-capacity", () -> vms.restore(VmKit.ANN, id, null));

        assertThat(binned(VmKit.ANN)).hasSize(1);
        assertThat(kit.usage.of(VmKit.ANN.userId())).isEqualTo(new Amounts(0, 0, 0, VmKit.DISK_GIB));
    }

    @Test
    void onlyTheOwnerAndAdministratorsSeeWhatIsInTheBin() throws Exception {
        delete(id);

        assertThat(binned(VmKit.BOB)).isEmpty();
        assertThat(binned(VmKit.ADMIN)).hasSize(1);
        assertThat(vms.bin(VmKit.ADMIN, VmKit.BOB.userId(), PageRequest.first()).items())
                .isEmpty();
        refused("not-found", () -> vms.restore(VmKit.BOB, id, null));
        refused("not-found", () -> vms.purgeFromBin(VmKit.BOB, id));

        vms.restore(VmKit.ADMIN, id, null);
        assertThat(vms.get(VmKit.ANN, id).owner().id()).isEqualTo(VmKit.ANN.userId());
    }

    @Test
    void whatIsPurgedFromTheBinIsGoneWithItsDisk() throws Exception {
        delete(id);

        Job job = vms.purgeFromBin(VmKit.ANN, id);
        assertThat(binned(VmKit.ANN).getFirst().state()).isEqualTo(VmState.DELETING);
        refused("state-conflict", () -> vms.restore(VmKit.ANN, id, null));
        assertThat(vms.purgeFromBin(VmKit.ANN, id).id()).isEqualTo(job.id());
        run(job);

        assertThat(kit.provisioner.guests()).isEmpty();
        assertThat(binned(VmKit.ANN)).isEmpty();
        assertThat(kit.table.find(id)).isEmpty();
        assertThat(kit.usage.of(VmKit.ANN.userId())).isEqualTo(new Amounts(0, 0, 0, 0));
        assertThat(kit.hosts.host().used()).isEqualTo(Capacity.NONE);
    }

    @Test
    void aPurgeThatFailsLeavesTheVmInTheBin() throws Exception {
        delete(id);
        Problem why = Problem.of("provision-failed", "Failed", 502, "It broke.");

        end(vms.purgeFromBin(VmKit.ANN, id), JobState.DISCARDED, why);

        assertThat(binned(VmKit.ANN)).singleElement().satisfies(vm -> {
            assertThat(vm.state()).isEqualTo(VmState.STOPPED);
            assertThat(vm.problem()).isEqualTo(why);
        });
        vms.restore(VmKit.ANN, id, null);
        assertThat(vms.get(VmKit.ANN, id).problem()).isNull();
    }

    @Test
    void whatIsDeletedForGoodNeverComesIntoTheBin() throws Exception {
        run(vms.purge(VmKit.ANN, id, ExpectedVersion.UNSTATED));

        assertThat(kit.provisioner.guests()).isEmpty();
        assertThat(kit.table.find(id)).isEmpty();
    }

    @Test
    void aPurgeTakesThePlaceOfADeletionThatHasNotEnded() {
        Job kept = vms.delete(VmKit.ANN, id, ExpectedVersion.UNSTATED);
        assertThat(vms.delete(VmKit.ANN, id, ExpectedVersion.UNSTATED).id()).isEqualTo(kept.id());

        Job purge = vms.purge(VmKit.ANN, id, ExpectedVersion.UNSTATED);

        assertThat(purge.id()).isNotEqualTo(kept.id());
        assertThat(args(purge).isKept()).isFalse();
        assertThat(vms.delete(VmKit.ANN, id, ExpectedVersion.UNSTATED).id()).isEqualTo(purge.id());
    }

    @Test
    void whatWasNeverMadeIsNotKept() {
        for (String state : List.of("REQUESTED", "PROVISIONING", "FAILED")) {
            UUID other = running("vm-" + state.toLowerCase(Locale.ROOT));
            kit.force(other, state);
            assertThat(args(vms.delete(VmKit.ANN, other, ExpectedVersion.UNSTATED))
                            .isKept())
                    .as(state)
                    .isFalse();
        }
    }

    @Test
    void whatIsLostIsKeptForItsGuestMayBeThere() {
        end(vms.delete(VmKit.ANN, id, ExpectedVersion.UNSTATED), JobState.DISCARDED, null);
        assertThat(vms.get(VmKit.ANN, id).state()).isEqualTo(VmState.LOST);

        assertThat(args(vms.delete(VmKit.ANN, id, ExpectedVersion.UNSTATED)).isKept())
                .isTrue();
    }

    @Test
    void withoutABinWhatIsDeletedIsGone() {
        kit.binDays = 0;

        assertThat(args(kit.vms().delete(VmKit.ANN, id, ExpectedVersion.UNSTATED))
                        .isKept())
                .isFalse();
    }

    @Test
    void aHostThatDoesNotHaveTheGuestDoesNotKeepItFromTheBin() throws Exception {
        Job job = vms.delete(VmKit.ANN, id, ExpectedVersion.UNSTATED);
        kit.provisioner.failWith(new ProvisionException(Kind.NOT_FOUND, "There is no such guest."));
        run(job);

        assertThat(binned(VmKit.ANN)).hasSize(1);
    }

    @Test
    void aVmThatCouldNotBeTurnedOffIsNotInTheBin() {
        end(vms.delete(VmKit.ANN, id, ExpectedVersion.UNSTATED), JobState.CANCELLED, null);

        assertThat(vms.get(VmKit.ANN, id).state()).isEqualTo(VmState.LOST);
        assertThat(binned(VmKit.ANN)).isEmpty();
    }

    @Test
    void versionsFromBeforeTheBinCannotTakeAwayWhatIsToBeKept() {
        DeleteArgs args = args(vms.delete(VmKit.ANN, id, ExpectedVersion.UNSTATED));

        assertThat(args.vmId()).isNull();
        assertThat(args.id()).isEqualTo(id);
    }

    @Test
    void whatHasBeenThereForTooLongGoesAndNothingElse() throws Exception {
        delete(id);
        UUID other = running("db");
        delete(other);
        age(id, Duration.ofDays(8));
        BinExpiry expiry = new BinExpiry(kit.bin());

        assertThat(expire(expiry)).isEqualTo(1);
        assertThat(expire(expiry)).isZero();

        List<Job> purges = kit.jobs.ofKind(VmJobs.DELETE).stream()
                .filter(job -> !args(job).isKept())
                .toList();
        assertThat(purges)
                .singleElement()
                .satisfies(job -> assertThat(job.subject().id()).isEqualTo(id));
        run(purges.getFirst());
        assertThat(binned(VmKit.ANN))
                .singleElement()
                .satisfies(vm -> assertThat(vm.id()).isEqualTo(other));
    }

    @Test
    void theBinIsEmptiedOfWhatTheCallerSees() throws Exception {
        delete(id);
        UUID ofBob =
                kit.vms().create(VmKit.BOB, kit.request("of-bob")).subject().id();
        kit.force(ofBob, "RUNNING");
        kit.provisioner.set(ofBob, GuestState.RUNNING);
        run(vms.delete(VmKit.BOB, ofBob, ExpectedVersion.UNSTATED));

        bulk(vms.emptyBin(VmKit.ANN, null));

        assertThat(binned(VmKit.ADMIN))
                .extracting(Vm::state)
                .containsExactlyInAnyOrder(VmState.DELETING, VmState.STOPPED);
        assertThat(binned(VmKit.BOB)).extracting(Vm::state).containsExactly(VmState.STOPPED);
    }

    @Test
    void manyAreDeletedIntoTheBinAndGivenBack() throws Exception {
        UUID other = running("db");
        bulk(vms.act(
                VmKit.ANN,
                BulkChange.builder(VmAction.DELETE).ids(List.of(id, other)).build()));
        for (Job job : kit.jobs.ofKind(VmJobs.DELETE)) {
            run(job);
        }
        assertThat(binned(VmKit.ANN)).hasSize(2);

        BulkChange back = BulkChange.builder(VmAction.RESTORE)
                .ids(List.of(id, other, UUID.randomUUID()))
                .build();
        assertThat(vms.plan(VmKit.ANN, back).targets()).extracting(Vm.Ref::name).containsExactlyInAnyOrder("web", "db");
        assertThat(vms.plan(VmKit.ANN, back).skipped()).hasSize(1);
        bulk(vms.act(VmKit.ANN, back));

        assertThat(vms.count(VmKit.ANN, VmFilter.ANY).total()).isEqualTo(2);
        assertThat(vms.plan(VmKit.ANN, back).targets()).isEmpty();
    }

    @Test
    void pagesHearWhatComesAndGoes() throws Exception {
        Job job = vms.delete(VmKit.ANN, id, ExpectedVersion.UNSTATED);
        kit.events.clear();
        run(job);
        assertThat(kit.events).extracting(change -> change.topic().name()).containsExactly("vm", "bin");
        assertThat(kit.events).extracting(Change::action).containsExactly(Action.REMOVED, Action.CHANGED);

        kit.events.clear();
        vms.restore(VmKit.ANN, id, null);
        assertThat(kit.events.getFirst().since())
                .as("to be looked for, because no list has it")
                .hasValue(0);
        assertThat(kit.events).extracting(change -> change.topic().name()).containsExactly("vm", "bin");
        assertThat(kit.events).extracting(Change::action).containsExactly(Action.CHANGED, Action.REMOVED);
    }

    @Test
    void aGuestInTheBinThatItsHostStartsIsTurnedOffAndItsVmIsNotLost() throws Exception {
        delete(id);
        kit.hosts.look.addObserver(kit.reconciliation());
        int before = kit.jobs.ofKind(VmJobs.DELETE).size();

        kit.provisioner.set(id, GuestState.RUNNING, "192.0.2.9");
        kit.hosts.go();
        kit.hosts.go();

        List<Job> jobs = kit.jobs.ofKind(VmJobs.DELETE);
        assertThat(jobs).hasSize(before + 1);
        run(jobs.getLast());
        assertThat(guest()).isEqualTo(GuestState.STOPPED);
        assertThat(binned(VmKit.ANN)).hasSize(1);

        kit.provisioner.forget(id);
        kit.hosts.go();
        assertThat(binned(VmKit.ANN)).extracting(Vm::state).containsExactly(VmState.STOPPED);
    }

    @Test
    void whatIsStillToTurnAGuestOffInTheBinDoesNotOutliveItsRestore() throws Exception {
        delete(id);
        kit.hosts.look.addObserver(kit.reconciliation());
        kit.provisioner.set(id, GuestState.RUNNING, "192.0.2.9");
        kit.hosts.go();

        vms.restore(VmKit.ANN, id, null);

        assertThat(kit.jobs.ofKind(VmJobs.DELETE).getLast().state()).isEqualTo(JobState.CANCELLED);
    }

    private UUID running(String name) {
        Job job = vms.create(VmKit.ANN, kit.request(name));
        kit.jobs.put(job.id(), JobState.COMPLETED);
        UUID made = job.subject().id();
        kit.provisioner.set(made, GuestState.RUNNING, "192.0.2.9");
        kit.force(made, "RUNNING");
        return made;
    }

    private void delete(UUID vm) throws Exception {
        run(vms.delete(VmKit.ANN, vm, ExpectedVersion.UNSTATED));
    }

    private void run(Job job) throws Exception {
        delete.handle(args(job), new FakeContext(job.id()));
        end(job, JobState.COMPLETED, null);
    }

    private void end(Job job, JobState state, @Nullable Problem problem) {
        kit.transactions.call(entities -> {
            delete.ended(args(job), state, problem);
            return true;
        });
        kit.jobs.put(job.id(), state);
    }

    private void bulk(Job job) throws Exception {
        new BulkHandler(kit.targets, Objects.requireNonNull(kit.bulk))
                .handle((BulkArgs) entry(job).args(), new FakeContext(job.id()));
    }

    private DeleteArgs args(Job job) {
        return (DeleteArgs) entry(job).args();
    }

    private JobRequest entry(Job job) {
        return kit.jobs.entries().stream()
                .filter(entry -> entry.job().id().equals(job.id()))
                .findFirst()
                .orElseThrow()
                .request();
    }

    private int expire(BinExpiry expiry) {
        return kit.transactions.call(entities -> expiry.deleteAged(10));
    }

    private void age(UUID vm, Duration age) {
        kit.transactions.sql(connection -> connection
                .createStatement()
                .executeUpdate("update vm set deleted_at = deleted_at - interval '" + age.toDays()
                        + " days' where id = '" + vm + "'"));
    }

    private List<Vm> binned(Caller caller) {
        return vms.bin(caller, null, PageRequest.first()).items();
    }

    private GuestState guest() throws Exception {
        return kit.provisioner.observeAll().stream()
                .filter(seen -> seen.vmId().equals(id))
                .findFirst()
                .orElseThrow()
                .state();
    }
}

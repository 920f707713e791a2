package io.obox.vm.internal.jobs;

import static io.obox.vm.internal.kit.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.obox.event.Change;
import io.obox.event.Change.Action;
import io.obox.host.Capacity;
import io.obox.job.Job;
import io.obox.job.JobState;
import io.obox.page.Page;
import io.obox.page.PageRequest;
import io.obox.provisioner.spi.GuestState;
import io.obox.provisioner.spi.ProvisionException;
import io.obox.provisioner.spi.ProvisionException.Kind;
import io.obox.version.ExpectedVersion;
import io.obox.vm.Vm;
import io.obox.vm.VmFilter;
import io.obox.vm.VmPatch;
import io.obox.vm.VmState;
import io.obox.vm.internal.kit.VmKit;
import io.obox.vm.internal.vms.DeleteArgs;
import io.obox.vm.internal.vms.VmJobs;
import io.obox.vm.internal.vms.VmRow;
import io.obox.vm.internal.vms.VmService;
import io.obox.vm.internal.vms.VmUsage.Amounts;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Deleted VMs, which can be given back for some days. */
class BinTest {
    private static final Capacity DISK = new Capacity(0, 0, VmKit.DISK_GIB);

    private VmKit kit;
    private VmService vms;
    private BinKit bin;
    private UUID id;

    @BeforeEach
    void setUp() {
        kit = new VmKit();
        vms = kit.vms();
        bin = new BinKit(kit);
        id = bin.running("web");
    }

    @Test
    void deletedVmIsOffAndInTheBinAndNowhereElse() throws Exception {
        Job job = vms.delete(VmKit.ANN, id, ExpectedVersion.UNSTATED);
        assertThat(vms.get(VmKit.ANN, id).state()).isEqualTo(VmState.DELETING);
        bin.run(job);

        assertThat(job.kind()).isEqualTo(VmJobs.DELETE);
        assertThat(bin.guest(id)).isEqualTo(GuestState.STOPPED);
        refused("not-found", () -> vms.get(VmKit.ANN, id));
        refused("not-found", () -> vms.delete(VmKit.ANN, id, ExpectedVersion.UNSTATED));
        refused("not-found", () -> vms.update(VmKit.ANN, id, VmPatch.builder().build(), ExpectedVersion.UNSTATED));
        assertThat(vms.list(VmKit.ANN, VmFilter.ANY, PageRequest.first()).items())
                .isEmpty();
        assertThat(vms.count(VmKit.ANN, VmFilter.ANY).total()).isZero();
        Vm binned = bin.binned(VmKit.ANN).getFirst();
        assertThat(binned.name()).isEqualTo("web");
        assertThat(binned.state()).isEqualTo(VmState.STOPPED);
        assertThat(Duration.between(binned.deletedAt(), binned.expiresAt())).isEqualTo(Duration.ofDays(7));
    }

    @Test
    void whatIsInTheBinTakesItsDiskOnlyAndItsNameIsFree() throws Exception {
        bin.delete(id);

        assertThat(kit.usage.of(VmKit.ANN.userId())).isEqualTo(new Amounts(0, 0, 0, VmKit.DISK_GIB));
        assertThat(kit.hosts.host().used()).isEqualTo(DISK);
        kit.usage.correct();
        assertThat(kit.usage.of(VmKit.ANN.userId())).isEqualTo(new Amounts(0, 0, 0, VmKit.DISK_GIB));

        UUID other = bin.running("web");
        bin.delete(other);
        assertThat(bin.binned(VmKit.ANN)).extracting(Vm::name).containsExactly("web", "web");
    }

    @Test
    void onlyTheOwnerAndAdministratorsSeeWhatIsInTheBin() throws Exception {
        bin.delete(id);

        assertThat(bin.binned(VmKit.BOB)).isEmpty();
        assertThat(bin.binned(VmKit.ADMIN)).hasSize(1);
        assertThat(vms.bin(VmKit.ADMIN, VmKit.BOB.userId(), PageRequest.first()).items())
                .isEmpty();
        refused("not-found", () -> vms.restore(VmKit.BOB, id, null));
        refused("not-found", () -> vms.purgeFromBin(VmKit.BOB, id));

        vms.restore(VmKit.ADMIN, id, null);
        assertThat(vms.get(VmKit.ANN, id).owner().id()).isEqualTo(VmKit.ANN.userId());
    }

    @Test
    void whatWasNeverMadeIsNotKept() {
        for (String state : List.of("REQUESTED", "PROVISIONING", "FAILED")) {
            UUID other = bin.running("vm-" + state.toLowerCase(Locale.ROOT));
            kit.force(other, state);
            assertThat(bin.isKept(vms.delete(VmKit.ANN, other, ExpectedVersion.UNSTATED)))
                    .as(state)
                    .isFalse();
        }
    }

    @Test
    void whatIsLostIsKeptForItsGuestMayBeThere() {
        bin.end(vms.delete(VmKit.ANN, id, ExpectedVersion.UNSTATED), JobState.DISCARDED, null);
        assertThat(vms.get(VmKit.ANN, id).state()).isEqualTo(VmState.LOST);

        assertThat(bin.isKept(vms.delete(VmKit.ANN, id, ExpectedVersion.UNSTATED)))
                .isTrue();
    }

    @Test
    void withoutABinWhatIsDeletedIsGone() {
        kit.binDays = 0;

        assertThat(bin.isKept(kit.vms().delete(VmKit.ANN, id, ExpectedVersion.UNSTATED)))
                .isFalse();
    }

    @Test
    void aHostThatDoesNotHaveTheGuestDoesNotKeepItFromTheBin() throws Exception {
        Job job = vms.delete(VmKit.ANN, id, ExpectedVersion.UNSTATED);
        kit.provisioner.failWith(new ProvisionException(Kind.NOT_FOUND, "There is no such guest."));
        bin.run(job);

        assertThat(bin.binned(VmKit.ANN)).hasSize(1);
    }

    @Test
    void aVmThatCouldNotBeTurnedOffIsNotInTheBin() {
        bin.end(vms.delete(VmKit.ANN, id, ExpectedVersion.UNSTATED), JobState.CANCELLED, null);

        assertThat(vms.get(VmKit.ANN, id).state()).isEqualTo(VmState.LOST);
        assertThat(bin.binned(VmKit.ANN)).isEmpty();
    }

    @Test
    void versionsFromBeforeTheBinCannotTakeAwayWhatIsToBeKept() {
        DeleteArgs args = bin.args(vms.delete(VmKit.ANN, id, ExpectedVersion.UNSTATED));

        assertThat(args.vmId()).isNull();
        assertThat(args.id()).isEqualTo(id);
    }

    @Test
    void pagesHearWhatComesAndGoes() throws Exception {
        Job job = vms.delete(VmKit.ANN, id, ExpectedVersion.UNSTATED);
        kit.events.clear();
        bin.run(job);
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
        bin.delete(id);
        kit.hosts.look.addObserver(kit.reconciliation());
        int before = kit.jobs.ofKind(VmJobs.DELETE).size();

        kit.provisioner.set(id, GuestState.RUNNING, "192.0.2.9");
        kit.hosts.go();
        kit.hosts.go();

        List<Job> jobs = kit.jobs.ofKind(VmJobs.DELETE);
        assertThat(jobs).hasSize(before + 1);
        bin.run(jobs.getLast());
        assertThat(bin.guest(id)).isEqualTo(GuestState.STOPPED);
        assertThat(bin.binned(VmKit.ANN)).hasSize(1);

        kit.provisioner.forget(id);
        kit.hosts.go();
        assertThat(bin.binned(VmKit.ANN)).extracting(Vm::state).containsExactly(VmState.STOPPED);
    }

    @Test
    void whatWasDeletedLastComesFirstOnEachPage() throws Exception {
        UUID older = bin.running("db");
        UUID newer = bin.running("shop");
        bin.delete(newer);
        bin.delete(id);
        bin.delete(older);

        Page<Vm> first = vms.bin(VmKit.ANN, null, new PageRequest(2, null));
        Page<Vm> rest = vms.bin(VmKit.ANN, null, new PageRequest(2, first.nextCursor()));

        assertThat(first.items()).extracting(Vm::name).containsExactly("db", "web");
        assertThat(rest.items()).extracting(Vm::name).containsExactly("shop");
        assertThat(rest.nextCursor()).isNull();
        refused("validation", () -> vms.bin(VmKit.ANN, null, new PageRequest(2, id.toString())));
    }

    @Test
    void aRowInTheBinIsNeverComparedWhateverItsState() throws Exception {
        bin.delete(id);
        kit.hosts.look.addObserver(kit.reconciliation());
        // as a version from before the bin leaves it
        kit.force(id, "LOST");

        kit.hosts.go();

        assertThat(kit.table.find(id).orElseThrow().state()).isEqualTo(VmState.LOST);
    }

    @Test
    void theEndOfAnotherDeletionDoesNotRemoveWhatIsInTheBin() throws Exception {
        VmRow before = kit.table.find(id).orElseThrow();
        bin.delete(id);

        assertThat(kit.changes.gone(before)).isFalse();
        assertThat(bin.binned(VmKit.ANN)).hasSize(1);
    }
}

package io.obox.vm.internal.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.obox.event.Audience;
import io.obox.event.Change;
import io.obox.host.HostEvents;
import io.obox.host.HostState;
import io.obox.job.Job;
import io.obox.job.JobState;
import io.obox.provisioner.spi.GuestState;
import io.obox.provisioner.spi.ProvisionException;
import io.obox.provisioner.spi.ProvisionException.Kind;
import io.obox.version.ExpectedVersion;
import io.obox.vm.DesiredPower;
import io.obox.vm.PowerAction;
import io.obox.vm.PowerChange;
import io.obox.vm.Vm;
import io.obox.vm.VmEvents;
import io.obox.vm.VmState;
import io.obox.vm.internal.hosts.HostLink;
import io.obox.vm.internal.kit.FakeProvisioner;
import io.obox.vm.internal.kit.FakeService;
import io.obox.vm.internal.kit.VmKit;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReconciliationTest {
    private VmKit kit;
    private Reconciliation reconciliation;
    private HostLink link;
    private UUID id;

    @BeforeEach
    void setUp() {
        kit = new VmKit();
        reconciliation =
                kit.wired(new Reconciliation(kit.transactions, kit.registry, kit.hosts, kit.table, kit.changes));
        link = kit.registry.link(VmKit.HOST).orElseThrow();
        Job job = kit.vms().create(VmKit.ANN, kit.request("web"));
        kit.jobs.put(job.id(), JobState.COMPLETED);
        id = job.subject().id();
        kit.provisioner.set(id, GuestState.RUNNING, "192.0.2.9");
        kit.force(id, "RUNNING");
    }

    @Test
    void whatTheGuestShowsIsWritten() throws Exception {
        reconciliation.compare(link);

        assertThat(vm().addresses()).containsExactly("192.0.2.9");
        assertThat(vm().startedAt()).isEqualTo(FakeProvisioner.BOOT);
        assertThat(kit.events).contains(Change.changed(VmEvents.TOPIC, id, Audience.owner(VmKit.ANN.userId())));
    }

    @Test
    void nothingIsWrittenWhereNothingHasChanged() throws Exception {
        reconciliation.compare(link);
        long version = vm().version();
        kit.events.clear();

        reconciliation.compare(link);

        assertThat(vm().version()).isEqualTo(version);
        assertThat(kit.events).isEmpty();
    }

    @Test
    void guestThatWasStoppedFromOutsideIsStopped() throws Exception {
        kit.provisioner.set(id, GuestState.STOPPED);

        reconciliation.compare(link);

        assertThat(vm().state()).isEqualTo(VmState.STOPPED);
        assertThat(vm().addresses()).isEmpty();
        assertThat(vm().startedAt()).isNull();
    }

    @Test
    void guestThatIsNoLongerThereIsLostUntilItIsBack() throws Exception {
        kit.provisioner.forget(id);
        reconciliation.compare(link);
        assertThat(vm().state()).isEqualTo(VmState.LOST);

        kit.provisioner.set(id, GuestState.RUNNING, "192.0.2.9");
        reconciliation.compare(link);
        assertThat(vm().state()).isEqualTo(VmState.RUNNING);
    }

    @ParameterizedTest
    @EnumSource(
            value = VmState.class,
            names = {"REQUESTED", "PROVISIONING", "FAILED", "DELETING"})
    void vmThatIsInTheHandsOfAJobOrAPersonIsLeftAlone(VmState state) throws Exception {
        kit.force(id, state.name());
        kit.provisioner.forget(id);

        reconciliation.compare(link);

        assertThat(vm().state()).isEqualTo(state);
    }

    @Test
    void vmWhoseDeletionWasCancelledIsAgainWhatItsGuestIs() throws Exception {
        kit.vms().delete(VmKit.ANN, id, ExpectedVersion.UNSTATED);
        kit.changes.notDeleted(vm(), null);

        reconciliation.compare(link);

        assertThat(vm().state()).isEqualTo(VmState.RUNNING);
        assertThat(vm().desiredPower()).isEqualTo(DesiredPower.RUNNING);
        assertThat(vm().problem()).isNull();
    }

    @Test
    void whatAJobWroteMeanwhileIsNewerThanWhatWasSeen() throws Exception {
        reconciliation.compare(link);
        kit.provisioner.duringObservation(() -> kit.force(id, "STOPPED"));

        kit.provisioner.set(id, GuestState.PAUSED);
        reconciliation.compare(link);

        assertThat(vm().state()).isEqualTo(VmState.STOPPED);
    }

    @Test
    void vmOfAJobThatIsAtWorkIsLeftToIt() throws Exception {
        Job job = kit.vms().act(VmKit.ANN, id, PowerChange.of(PowerAction.REBOOT));
        kit.provisioner.set(id, GuestState.STOPPED);
        kit.jobs.put(job.id(), JobState.RUNNING);
        reconciliation.compare(link);
        assertThat(vm().state()).isEqualTo(VmState.RUNNING);

        kit.jobs.put(job.id(), JobState.COMPLETED);
        reconciliation.compare(link);
        assertThat(vm().state()).isEqualTo(VmState.STOPPED);
    }

    @Test
    void hostThatDoesNotAnswerIsDownAndItsVmsStay() throws Exception {
        kit.provisioner.failWith(new ProvisionException(Kind.UNREACHABLE, "No answer."));
        reconciliation.compare(link);
        assertThat(kit.hosts.find(kit.hostId).orElseThrow().state()).isEqualTo(HostState.DOWN);
        assertThat(vm().state()).isEqualTo(VmState.RUNNING);

        kit.provisioner.failWith(null);
        reconciliation.enter(link);
        assertThat(kit.hosts.find(kit.hostId).orElseThrow().state()).isEqualTo(HostState.UP);
        assertThat(kit.events)
                .anyMatch(change -> change.topic().equals(HostEvents.TOPIC)
                        && change.objectId().equals(kit.hostId));
    }

    @Test
    void maintenanceIsKept() throws Exception {
        kit.transactions.sql(
                connection -> connection.createStatement().executeUpdate("update host set state = 'MAINTENANCE'"));
        reconciliation.enter(link);
        kit.provisioner.failWith(new ProvisionException(Kind.UNREACHABLE, "No answer."));
        reconciliation.enter(link);

        assertThat(kit.hosts.find(kit.hostId).orElseThrow().state()).isEqualTo(HostState.MAINTENANCE);
    }

    @Test
    void hostThatHasNeverAnsweredIsEnteredAsDown() throws Exception {
        FakeProvisioner south = new FakeProvisioner();
        south.failWith(new ProvisionException(Kind.UNREACHABLE, "No answer."));
        kit.registry.add(FakeService.reference(FakeService.bundle("1.0.0"), "south", 0), south);

        reconciliation.enter(kit.registry.link("south").orElseThrow());

        assertThat(kit.hosts.named("south").orElseThrow().state()).isEqualTo(HostState.DOWN);
    }

    @Test
    void hintIsFollowedSoon() {
        Reconciler reconciler = new Reconciler(kit.registry, reconciliation, Duration.ofHours(1));
        try {
            await().until(reconciler::lookedAtAll);
            kit.provisioner.set(id, GuestState.PAUSED);

            kit.provisioner.hint();

            await().until(() -> vm().state() == VmState.PAUSED);
        } finally {
            reconciler.deactivate();
            // what it still wrote would be found by the next test
            await().until(() -> !reconciler.watching());
        }
    }

    private Vm vm() {
        return kit.table.find(id).orElseThrow();
    }
}

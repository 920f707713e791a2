package io.obox.vm.internal.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.obox.event.Audience;
import io.obox.event.Change;
import io.obox.host.HostState;
import io.obox.host.testkit.FakeProvisioner;
import io.obox.job.Job;
import io.obox.job.JobState;
import io.obox.provisioner.spi.GuestState;
import io.obox.provisioner.spi.ProvisionException;
import io.obox.provisioner.spi.ProvisionException.Kind;
import io.obox.version.ExpectedVersion;
import io.obox.vm.DesiredPower;
import io.obox.vm.PowerAction;
import io.obox.vm.PowerChange;
import io.obox.vm.VmEvents;
import io.obox.vm.VmState;
import io.obox.vm.internal.kit.VmKit;
import io.obox.vm.internal.vms.VmRow;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReconciliationTest {
    private VmKit kit;
    private UUID id;

    @BeforeEach
    void setUp() {
        kit = new VmKit();
        kit.hosts.look.addObserver(kit.reconciliation());
        Job job = kit.vms().create(VmKit.ANN, kit.request("web"));
        kit.jobs.put(job.id(), JobState.COMPLETED);
        id = job.subject().id();
        kit.provisioner.set(id, GuestState.RUNNING, "192.0.2.9");
        kit.force(id, "RUNNING");
    }

    @Test
    void whatTheGuestShowsIsWritten() {
        look();

        assertThat(vm().addresses()).containsExactly("192.0.2.9");
        assertThat(vm().startedAt()).isEqualTo(FakeProvisioner.BOOT);
    }

    @Test
    void whatTheGuestShowsIsToldSoThatAPageCanMendItsRow() throws Exception {
        long before = vm().version();
        kit.events.clear();

        look();

        VmRow now = vm();
        assertThat(kit.events).hasSize(1);
        Change<?> change = kit.events.getFirst();
        assertThat(change.topic()).isEqualTo(VmEvents.TOPIC);
        assertThat(change.objectId()).isEqualTo(id);
        assertThat(change.audience()).isEqualTo(Audience.owner(VmKit.ANN.userId()));
        assertThat(change.since()).hasValue(before);
        assertThat(change.version()).hasValue(now.version());
        assertThat(change.values())
                .containsEntry("state", now.state().name())
                .containsEntry("desiredPower", now.desiredPower().name())
                .containsEntry("addresses", List.of("192.0.2.9"))
                .containsEntry("startedAt", FakeProvisioner.BOOT.toString())
                .containsEntry("tags", now.tags())
                .containsEntry("name", now.name())
                .containsEntry("problem", null);
    }

    @Test
    void nothingIsWrittenWhereNothingHasChanged() {
        look();
        long version = vm().version();
        kit.events.clear();

        look();

        assertThat(vm().version()).isEqualTo(version);
        assertThat(kit.events).isEmpty();
    }

    @Test
    void guestThatWasStoppedFromOutsideIsStopped() {
        kit.provisioner.set(id, GuestState.STOPPED);

        look();

        assertThat(vm().state()).isEqualTo(VmState.STOPPED);
        assertThat(vm().addresses()).isEmpty();
        assertThat(vm().startedAt()).isNull();
    }

    @Test
    void guestThatIsNoLongerThereIsLostUntilItIsBack() {
        kit.provisioner.forget(id);
        look();
        assertThat(vm().state()).isEqualTo(VmState.LOST);

        kit.provisioner.set(id, GuestState.RUNNING, "192.0.2.9");
        look();
        assertThat(vm().state()).isEqualTo(VmState.RUNNING);
    }

    @ParameterizedTest
    @EnumSource(
            value = VmState.class,
            names = {"REQUESTED", "PROVISIONING", "FAILED", "DELETING"})
    void vmThatIsInTheHandsOfAJobOrAPersonIsLeftAlone(VmState state) {
        kit.force(id, state.name());
        kit.provisioner.forget(id);

        look();

        assertThat(vm().state()).isEqualTo(state);
    }

    @Test
    void vmWhoseDeletionWasCancelledIsAgainWhatItsGuestIs() {
        kit.vms().delete(VmKit.ANN, id, ExpectedVersion.UNSTATED);
        kit.changes.notDeleted(vm(), null);

        look();

        assertThat(vm().state()).isEqualTo(VmState.RUNNING);
        assertThat(vm().desiredPower()).isEqualTo(DesiredPower.RUNNING);
        assertThat(vm().problem()).isNull();
    }

    @Test
    void whatAJobWroteMeanwhileIsNewerThanWhatWasSeen() {
        look();
        kit.provisioner.duringObservation(() -> kit.force(id, "STOPPED"));

        kit.provisioner.set(id, GuestState.PAUSED);
        look();

        assertThat(vm().state()).isEqualTo(VmState.STOPPED);
    }

    @Test
    void vmOfAJobThatIsAtWorkIsLeftToIt() {
        Job job = kit.vms().act(VmKit.ANN, id, PowerChange.of(PowerAction.REBOOT));
        kit.provisioner.set(id, GuestState.STOPPED);
        kit.jobs.put(job.id(), JobState.RUNNING);
        look();
        assertThat(vm().state()).isEqualTo(VmState.RUNNING);

        kit.jobs.put(job.id(), JobState.COMPLETED);
        look();
        assertThat(vm().state()).isEqualTo(VmState.STOPPED);
    }

    @Test
    void guestOfAVmThatCouldNotBeMadeIsTakenAwayOnce() {
        kit.force(id, "FAILED");
        look();
        look();

        assertThat(kit.jobs.ofKind("vm.clean")).hasSize(1);
        assertThat(vm().state()).isEqualTo(VmState.FAILED);
    }

    @Test
    void guestOfAVmThatIsTriedAgainIsLeftToItsJob() {
        kit.force(id, "FAILED");
        kit.jobs.put(kit.jobs.ofKind("vm.create").getFirst().id(), JobState.AVAILABLE);

        look();

        assertThat(kit.jobs.ofKind("vm.clean")).isEmpty();
    }

    @Test
    void vmThatFailedWithoutAGuestNeedsNoCleaning() {
        kit.force(id, "FAILED");
        kit.provisioner.forget(id);

        look();

        assertThat(kit.jobs.ofKind("vm.clean")).isEmpty();
    }

    @Test
    void vmsOfAHostThatDoesNotAnswerStay() {
        kit.provisioner.failWith(new ProvisionException(Kind.UNREACHABLE, "No answer."));
        look();
        assertThat(kit.hosts.host().state()).isEqualTo(HostState.DOWN);
        assertThat(vm().state()).isEqualTo(VmState.RUNNING);
    }

    private void look() {
        kit.hosts.go();
    }

    private VmRow vm() {
        return kit.table.find(id).orElseThrow();
    }
}

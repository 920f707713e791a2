package io.obox.vm.internal.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.obox.host.Capacity;
import io.obox.job.Job;
import io.obox.job.JobHandler;
import io.obox.job.JobState;
import io.obox.problem.Problem;
import io.obox.provisioner.spi.GuestState;
import io.obox.vm.Repair;
import io.obox.vm.RepairAction;
import io.obox.vm.VmState;
import io.obox.vm.internal.kit.FakeContext;
import io.obox.vm.internal.kit.VmKit;
import io.obox.vm.internal.vms.VmJobs;
import io.obox.vm.internal.vms.VmJobs.VmArgs;
import io.obox.vm.internal.vms.VmRow;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
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
        create = new CreateHandler(guests, kit.table, kit.changes, kit.leftovers());
        check = new CheckHandler(new LostGuests(guests, kit.changes));
        forget = new ForgetHandler(kit.wired(new Removal(kit.table, kit.changes, kit.usage)));
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

    @Test
    void forgottenVmIsGoneWithWhatItWasPromisedAndItsHostIsNotAsked() throws Exception {
        kit.force(id, "LOST");
        kit.provisioner.set(id, GuestState.RUNNING);
        Job job = kit.vms().repair(VmKit.ANN, id, Repair.of(RepairAction.FORGET));
        assertThat(job.kind()).isEqualTo(VmJobs.FORGET);
        assertThat(kit.jobs.entries().getLast().request().places()).isEmpty();

        forget.handle(new VmArgs(id), new FakeContext());
        ended(forget, new VmArgs(id), JobState.COMPLETED, null);

        assertThat(kit.table.find(id)).isEmpty();
        assertThat(kit.provisioner.guests()).containsExactly(id);
        assertThat(kit.hosts.host().used()).isEqualTo(Capacity.NONE);
        assertThat(kit.usage.of(VmKit.ANN.userId()).vms()).isZero();
    }

    @Test
    void vmIsLostAgainIfForgettingItIsGivenUp() throws Exception {
        kit.force(id, "LOST");
        kit.vms().repair(VmKit.ANN, id, Repair.of(RepairAction.FORGET));

        ended(forget, new VmArgs(id), JobState.CANCELLED, null);

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

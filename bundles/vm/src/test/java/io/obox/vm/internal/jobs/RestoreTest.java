package io.obox.vm.internal.jobs;

import static io.obox.vm.internal.kit.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.obox.host.Capacity;
import io.obox.job.Job;
import io.obox.job.JobState;
import io.obox.provisioner.spi.GuestState;
import io.obox.provisioner.spi.Observation;
import io.obox.user.Quota;
import io.obox.vm.BulkChange;
import io.obox.vm.DesiredPower;
import io.obox.vm.Vm;
import io.obox.vm.VmAction;
import io.obox.vm.VmFilter;
import io.obox.vm.VmState;
import io.obox.vm.internal.kit.FakeContext;
import io.obox.vm.internal.kit.VmKit;
import io.obox.vm.internal.vms.VmJobs;
import io.obox.vm.internal.vms.VmJobs.VmArgs;
import io.obox.vm.internal.vms.VmService;
import io.obox.vm.internal.vms.VmUsage.Amounts;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** VMs that are given back from the bin. */
class RestoreTest {
    private static final Capacity WHOLE = new Capacity(VmKit.VCPUS, 128, VmKit.DISK_GIB);

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
    void restoredVmIsAsItWasButOff() throws Exception {
        bin.delete(id);

        Job job = vms.restore(VmKit.ANN, id, null);

        Vm vm = vms.get(VmKit.ANN, id);
        assertThat(vm.name()).isEqualTo("web");
        assertThat(vm.state()).isEqualTo(VmState.STOPPED);
        assertThat(vm.desiredPower()).isEqualTo(DesiredPower.STOPPED);
        assertThat(vm.deletedAt()).isNull();
        assertThat(kit.usage.of(VmKit.ANN.userId())).isEqualTo(new Amounts(1, VmKit.VCPUS, 128, VmKit.DISK_GIB));
        assertThat(kit.hosts.host().used()).isEqualTo(WHOLE);
        assertThat(bin.binned(VmKit.ANN)).isEmpty();

        assertThat(job.kind()).isEqualTo(VmJobs.RESTORE);
        kit.provisioner.forget(id);
        bin.restore.handle(new VmArgs(id), new FakeContext());
        assertThat(vms.get(VmKit.ANN, id).state()).isEqualTo(VmState.LOST);
    }

    @Test
    void aNameThatIsTakenMeanwhileNeedsAnother() throws Exception {
        bin.delete(id);
        bin.running("web");

        refused("name-taken", () -> vms.restore(VmKit.ANN, id, null));
        refused("validation", () -> vms.restore(VmKit.ANN, id, "Web 2"));
        assertThat(bin.binned(VmKit.ANN)).hasSize(1);
        assertThat(kit.jobs.ofKind(VmJobs.RESTORE)).isEmpty();
        assertThat(kit.usage.of(VmKit.ANN.userId()).vms()).isEqualTo(1);

        vms.restore(VmKit.ANN, id, "web-2");
        assertThat(vms.get(VmKit.ANN, id).name()).isEqualTo("web-2");
    }

    @Test
    void nothingIsGivenBackThatTheQuotaOrTheHostHasNoRoomFor() throws Exception {
        bin.delete(id);
        kit.quota = new Quota(1, VmKit.VCPUS - 1, 1_000_000, 1_000);
        refused("quota-exceeded", () -> vms.restore(VmKit.ANN, id, null));

        kit.quota = new Quota(2, 1_000, 1_000_000, 1_000);
        int rest = (int) kit.hosts.host().total().memoryMib() - 100;
        vms.create(VmKit.BOB, kit.sized("large", rest));
        refused("no-capacity", () -> vms.restore(VmKit.ANN, id, null));

        assertThat(bin.binned(VmKit.ANN)).hasSize(1);
        assertThat(kit.usage.of(VmKit.ANN.userId())).isEqualTo(new Amounts(0, 0, 0, VmKit.DISK_GIB));
    }

    @Test
    void manyAreDeletedIntoTheBinAndGivenBack() throws Exception {
        UUID other = bin.running("db");
        bin.bulk(vms.act(
                VmKit.ANN,
                BulkChange.builder(VmAction.DELETE).ids(List.of(id, other)).build()));
        for (Job job : kit.jobs.ofKind(VmJobs.DELETE)) {
            bin.run(job);
        }
        assertThat(bin.binned(VmKit.ANN)).hasSize(2);

        BulkChange back = BulkChange.builder(VmAction.RESTORE)
                .ids(List.of(id, other, UUID.randomUUID()))
                .build();
        assertThat(vms.plan(VmKit.ANN, back).targets()).extracting(Vm.Ref::name).containsExactlyInAnyOrder("web", "db");
        assertThat(vms.plan(VmKit.ANN, back).skipped()).hasSize(1);
        bin.bulk(vms.act(VmKit.ANN, back));

        assertThat(vms.count(VmKit.ANN, VmFilter.ANY).total()).isEqualTo(2);
        assertThat(vms.plan(VmKit.ANN, back).targets()).isEmpty();
    }

    @Test
    void whatIsStillToTurnAGuestOffInTheBinDoesNotOutliveItsRestore() throws Exception {
        bin.delete(id);
        kit.hosts.look.addObserver(kit.reconciliation());
        kit.provisioner.set(id, GuestState.RUNNING, "192.0.2.9");
        kit.hosts.go();

        vms.restore(VmKit.ANN, id, null);

        assertThat(kit.jobs.ofKind(VmJobs.DELETE).getLast().state()).isEqualTo(JobState.CANCELLED);
    }

    @Test
    void whatTurnsGuestsOffInTheBinLeavesOneAloneThatWasGivenBack() throws Exception {
        bin.delete(id);
        kit.hosts.look.addObserver(kit.reconciliation());
        kit.provisioner.set(id, GuestState.RUNNING, "192.0.2.9");
        kit.hosts.go();
        Job off = kit.jobs.ofKind(VmJobs.DELETE).getLast();
        vms.restore(VmKit.ANN, id, null);
        kit.force(id, "RUNNING");

        // as somebody does who retries it in the list of jobs
        bin.run(off);

        assertThat(bin.guest(id)).isEqualTo(GuestState.RUNNING);
        assertThat(vms.get(VmKit.ANN, id).state()).isEqualTo(VmState.RUNNING);
    }

    @Test
    void aGuestIsLeftOnThatWasGivenBackAndStartedWhileItsHostWasAsked() throws Exception {
        bin.delete(id);
        Consumer<List<Observation>> observer = kit.reconciliation().expect(kit.hostId);
        kit.jobs.put(vms.restore(VmKit.ANN, id, null).id(), JobState.COMPLETED);
        kit.provisioner.set(id, GuestState.RUNNING, "192.0.2.9");
        int before = kit.jobs.entries().size();

        observer.accept(kit.provisioner.observeAll());

        assertThat(kit.jobs.entries()).hasSize(before);
    }
}

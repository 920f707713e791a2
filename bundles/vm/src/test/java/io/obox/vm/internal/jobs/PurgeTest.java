package io.obox.vm.internal.jobs;

import static io.obox.vm.internal.kit.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.obox.host.Capacity;
import io.obox.job.Job;
import io.obox.job.JobState;
import io.obox.problem.Problem;
import io.obox.provisioner.spi.GuestState;
import io.obox.version.ExpectedVersion;
import io.obox.vm.BulkChange;
import io.obox.vm.Vm;
import io.obox.vm.VmState;
import io.obox.vm.internal.kit.FakeContext;
import io.obox.vm.internal.kit.VmKit;
import io.obox.vm.internal.vms.DeleteArgs;
import io.obox.vm.internal.vms.VmService;
import io.obox.vm.internal.vms.VmUsage.Amounts;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** VMs that go for good, from the bin or past it. */
class PurgeTest {
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
    void whatIsPurgedFromTheBinIsGoneWithItsDisk() throws Exception {
        bin.delete(id);

        Job job = vms.purgeFromBin(VmKit.ANN, id);
        assertThat(bin.binned(VmKit.ANN).getFirst().state()).isEqualTo(VmState.DELETING);
        refused("state-conflict", () -> vms.restore(VmKit.ANN, id, null));
        assertThat(vms.purgeFromBin(VmKit.ANN, id).id()).isEqualTo(job.id());
        bin.run(job);

        assertThat(kit.provisioner.guests()).isEmpty();
        assertThat(bin.binned(VmKit.ANN)).isEmpty();
        assertThat(kit.table.find(id)).isEmpty();
        assertThat(kit.usage.of(VmKit.ANN.userId())).isEqualTo(new Amounts(0, 0, 0, 0));
        assertThat(kit.hosts.host().used()).isEqualTo(Capacity.NONE);
    }

    @Test
    void aPurgeThatFailsLeavesTheVmInTheBin() throws Exception {
        bin.delete(id);
        Problem why = Problem.of("provision-failed", "Failed", 502, "It broke.");

        bin.end(vms.purgeFromBin(VmKit.ANN, id), JobState.DISCARDED, why);

        assertThat(bin.binned(VmKit.ANN)).singleElement().satisfies(vm -> {
            assertThat(vm.state()).isEqualTo(VmState.STOPPED);
            assertThat(vm.problem()).isEqualTo(why);
        });
        vms.restore(VmKit.ANN, id, null);
        assertThat(vms.get(VmKit.ANN, id).problem()).isNull();
    }

    @Test
    void whatIsDeletedForGoodNeverComesIntoTheBin() throws Exception {
        bin.run(vms.purge(VmKit.ANN, id, ExpectedVersion.UNSTATED));

        assertThat(kit.provisioner.guests()).isEmpty();
        assertThat(kit.table.find(id)).isEmpty();
    }

    @Test
    void aPurgeTakesThePlaceOfADeletionThatHasNotEnded() {
        Job kept = vms.delete(VmKit.ANN, id, ExpectedVersion.UNSTATED);
        assertThat(vms.delete(VmKit.ANN, id, ExpectedVersion.UNSTATED).id()).isEqualTo(kept.id());

        Job purge = vms.purge(VmKit.ANN, id, ExpectedVersion.UNSTATED);

        assertThat(purge.id()).isNotEqualTo(kept.id());
        assertThat(bin.isKept(purge)).isFalse();
        assertThat(vms.delete(VmKit.ANN, id, ExpectedVersion.UNSTATED).id()).isEqualTo(purge.id());
    }

    @Test
    void theBinIsEmptiedOfWhatTheCallerSees() throws Exception {
        bin.delete(id);
        UUID ofBob =
                kit.vms().create(VmKit.BOB, kit.request("of-bob")).subject().id();
        kit.force(ofBob, "RUNNING");
        kit.provisioner.set(ofBob, GuestState.RUNNING);
        bin.run(vms.delete(VmKit.BOB, ofBob, ExpectedVersion.UNSTATED));

        bin.bulk(vms.emptyBin(VmKit.ANN, null));

        assertThat(bin.binned(VmKit.ADMIN))
                .extracting(Vm::state)
                .containsExactlyInAnyOrder(VmState.DELETING, VmState.STOPPED);
        assertThat(bin.binned(VmKit.BOB)).extracting(Vm::state).containsExactly(VmState.STOPPED);
    }

    @Test
    void aPurgeDoesNotCallTheVmLostWhoseDeletionItEnds() {
        vms.delete(VmKit.ANN, id, ExpectedVersion.UNSTATED);

        vms.purge(VmKit.ANN, id, ExpectedVersion.UNSTATED);

        assertThat(vms.get(VmKit.ANN, id).state()).isEqualTo(VmState.DELETING);
        assertThat(kit.events)
                .extracting(change -> change.values().get("state"))
                .contains("DELETING")
                .doesNotContain("LOST");
    }

    @Test
    void norDoesTheEndOfOneThatWasAtWork() {
        Job kept = vms.delete(VmKit.ANN, id, ExpectedVersion.UNSTATED);
        kit.jobs.put(kept.id(), JobState.RUNNING);
        vms.purge(VmKit.ANN, id, ExpectedVersion.UNSTATED);

        bin.end(kept, JobState.CANCELLED, null);

        assertThat(vms.get(VmKit.ANN, id).state()).isEqualTo(VmState.DELETING);
    }

    @Test
    void aPurgeFromTheBinIsNotForVersionsFromBeforeIt() throws Exception {
        bin.delete(id);

        DeleteArgs args = bin.args(vms.purgeFromBin(VmKit.ANN, id));

        assertThat(args.vmId()).isNull();
        assertThat(args.id()).isEqualTo(id);
    }

    @Test
    void aPurgeThatIsRetriedKeepsTheVmFromBeingGivenBack() throws Exception {
        bin.delete(id);
        Job purge = vms.purgeFromBin(VmKit.ANN, id);
        bin.end(purge, JobState.DISCARDED, null);

        bin.delete.handle(bin.args(purge), new FakeContext(purge.id()));

        refused("state-conflict", () -> vms.restore(VmKit.ANN, id, null));
        bin.end(purge, JobState.COMPLETED, null);
        assertThat(kit.table.find(id)).isEmpty();
        assertThat(kit.hosts.host().used()).isEqualTo(Capacity.NONE);
    }

    @Test
    void aPurgeThatIsRetriedLeavesAVmAloneThatWasGivenBack() throws Exception {
        bin.delete(id);
        Job purge = vms.purgeFromBin(VmKit.ANN, id);
        bin.end(purge, JobState.DISCARDED, null);
        vms.restore(VmKit.ANN, id, null);

        bin.run(purge);

        assertThat(kit.provisioner.guests()).containsExactly(id);
        assertThat(vms.get(VmKit.ANN, id).state()).isEqualTo(VmState.STOPPED);
    }

    @Test
    void aPurgeWhoseJobEndedWithoutAWordIsBegunAnew() throws Exception {
        bin.delete(id);
        Job silent = vms.purgeFromBin(VmKit.ANN, id);
        kit.jobs.put(silent.id(), JobState.DISCARDED);

        Job purge = vms.purgeFromBin(VmKit.ANN, id);

        assertThat(purge.id()).isNotEqualTo(silent.id());
        bin.run(purge);
        assertThat(kit.table.find(id)).isEmpty();
    }

    @Test
    void theBinIsEmptiedOfMoreThanOneRequestMayName() throws Exception {
        bin.delete(id);
        kit.transactions.sql(
                connection -> connection.createStatement().executeUpdate("""
                insert into vm (id, owner_id, name, image_id, host_id, vcpus, memory_mib, disk_gib, network, ssh_keys, tags, autostart,
                    desired_power, state, addresses, created_at, version, deleted_at, expires_at, former_name)
                select gen_random_uuid(), owner_id, n::text, image_id, host_id, 1, 64, 1, network, '', '', false, 'STOPPED',
                    'DELETING', '', now(), 1, now(), now(), n::text
                from vm, generate_series(1, %d) as n""".formatted(BulkChange.MAX_VMS)));

        Job job = vms.emptyBin(VmKit.ANN, null);

        assertThat(job.subject().name()).isEqualTo(BulkChange.MAX_VMS + 1 + " VMs");
        assertThat(kit.targets.next(job.subject().id(), 2 * BulkChange.MAX_VMS)).hasSize(BulkChange.MAX_VMS + 1);
    }
}

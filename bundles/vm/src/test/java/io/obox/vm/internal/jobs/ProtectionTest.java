package io.obox.vm.internal.jobs;

import static io.obox.vm.internal.kit.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.obox.job.Job;
import io.obox.job.JobFailure;
import io.obox.problem.ProblemException;
import io.obox.user.Caller;
import io.obox.version.ExpectedVersion;
import io.obox.vm.BulkChange;
import io.obox.vm.BulkPlan;
import io.obox.vm.Repair;
import io.obox.vm.RepairAction;
import io.obox.vm.Vm;
import io.obox.vm.VmAction;
import io.obox.vm.VmEvents;
import io.obox.vm.VmPatch;
import io.obox.vm.VmState;
import io.obox.vm.internal.kit.FakeContext;
import io.obox.vm.internal.kit.VmKit;
import io.obox.vm.internal.vms.DeleteArgs;
import io.obox.vm.internal.vms.VmJobs;
import io.obox.vm.internal.vms.VmJobs.BulkArgs;
import io.obox.vm.internal.vms.VmService;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProtectionTest {
    private VmKit kit;
    private VmService vms;
    private UUID id;

    @BeforeEach
    void setUp() {
        kit = new VmKit();
        vms = kit.vms();
        id = vms.create(VmKit.ANN, kit.request("db")).subject().id();
        kit.force(id, "RUNNING");
    }

    @Test
    void aProtectedVmIsDeletedOnlyOnceItIsNotProtectedAnyMore() {
        Vm kept = protect(true);

        assertThat(kept.isProtected()).isTrue();
        refused("vm-protected", () -> delete(VmKit.ANN));
        refused("vm-protected", () -> delete(VmKit.ADMIN));
        assertThat(vms.get(VmKit.ANN, id).state()).isEqualTo(VmState.RUNNING);
        assertThat(kit.jobs.ofKind(VmJobs.DELETE)).isEmpty();

        assertThat(protect(false).isProtected()).isFalse();
        delete(VmKit.ANN);
        assertThat(vms.get(VmKit.ANN, id).state()).isEqualTo(VmState.DELETING);
    }

    @Test
    void otherChangesLeaveTheProtectionAndItIsToldOf() {
        protect(true);
        assertThat(kit.events.getLast().values()).containsEntry(VmEvents.PROTECTED.name(), true);

        Vm renamed = vms.update(VmKit.ANN, id, VmPatch.builder().name("shop").build(), ExpectedVersion.parse("*"));

        assertThat(renamed.isProtected()).isTrue();
    }

    @Test
    void ofManyTheProtectedOnesAreSkipped() throws Exception {
        protect(true);
        BulkChange change = BulkChange.builder(VmAction.DELETE).ids(List.of(id)).build();

        BulkPlan plan = vms.plan(VmKit.ANN, change);
        assertThat(plan.targets()).isEmpty();
        assertThat(plan.skipped())
                .singleElement()
                .satisfies(skipped -> assertThat(skipped.problem().slug()).isEqualTo("vm-protected"));
        assertThat(vms.plan(
                                VmKit.ANN,
                                BulkChange.builder(VmAction.STOP)
                                        .ids(List.of(id))
                                        .build())
                        .targets())
                .hasSize(1);
    }

    @Test
    void ofManyOnlyTheUnprotectedOnesAreDeletedWhenItIsDone() throws Exception {
        UUID other = vms.create(VmKit.ANN, kit.request("shop")).subject().id();
        kit.force(other, "RUNNING");
        Job job = vms.act(
                VmKit.ANN,
                BulkChange.builder(VmAction.DELETE).ids(List.of(id, other)).build());
        BulkArgs args = (BulkArgs) kit.jobs.entries().getLast().request().args();
        protect(true);

        new BulkHandler(kit.targets, Objects.requireNonNull(kit.bulk)).handle(args, new FakeContext(job.id()));

        assertThat(kit.jobs.ofKind(VmJobs.DELETE))
                .singleElement()
                .satisfies(part -> assertThat(part.subject().id()).isEqualTo(other));
        assertThat(kit.jobs.skipped).singleElement().asString().contains("db").contains("protected");
        assertThat(vms.get(VmKit.ANN, id).state()).isEqualTo(VmState.RUNNING);
        assertThat(vms.get(VmKit.ANN, other).state()).isEqualTo(VmState.DELETING);
    }

    @ParameterizedTest
    @EnumSource(
            value = RepairAction.class,
            names = {"RECREATE", "FORGET"})
    void aProtectedVmIsNeitherRecreatedNorForgotten(RepairAction action) {
        protect(true);
        kit.force(id, "LOST");
        int before = kit.jobs.entries().size();

        assertThatThrownBy(() -> vms.repair(VmKit.ANN, id, Repair.of(action)))
                .isInstanceOfSatisfying(ProblemException.class, refusal -> {
                    assertThat(refusal.problem().slug()).isEqualTo("vm-protected");
                    assertThat(refusal.problem().status()).isEqualTo(409);
                });

        assertThat(kit.jobs.entries()).hasSize(before);
        assertThat(vms.get(VmKit.ANN, id).state()).isEqualTo(VmState.LOST);
    }

    @Test
    void aDeletionThatIsRetriedRefusesWhatWasProtectedMeanwhile() {
        delete(VmKit.ANN);
        kit.force(id, "LOST");
        protect(true);
        DeleteHandler handler = new DeleteHandler(
                kit.wired(new Guests(kit.table)),
                kit.table,
                kit.changes,
                kit.binChanges,
                kit.wired(new Removal(kit.table, kit.changes, kit.usage, kit.bin())));

        assertThatThrownBy(() -> handler.handle(DeleteArgs.forGood(id), new FakeContext()))
                .isInstanceOfSatisfying(
                        JobFailure.class,
                        failure -> assertThat(failure.problem().slug()).isEqualTo("vm-protected"));
        assertThat(vms.get(VmKit.ANN, id).state()).isEqualTo(VmState.LOST);
    }

    private Vm protect(boolean kept) {
        return vms.update(VmKit.ANN, id, VmPatch.builder().isProtected(kept).build(), ExpectedVersion.parse("*"));
    }

    private void delete(Caller caller) {
        vms.delete(caller, id, ExpectedVersion.UNSTATED);
    }
}

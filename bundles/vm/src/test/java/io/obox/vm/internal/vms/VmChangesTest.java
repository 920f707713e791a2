package io.obox.vm.internal.vms;

import static io.obox.vm.internal.kit.Refusals.faults;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.obox.problem.ProblemException;
import io.obox.vm.DesiredPower;
import io.obox.vm.Disk;
import io.obox.vm.NetworkInterface;
import io.obox.vm.VmSpec;
import io.obox.vm.VmState;
import io.obox.vm.internal.kit.VmKit;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class VmChangesTest {
    private final VmKit kit = new VmKit();

    @Test
    void moreThanARowKeepsIsRefusedAndNotDropped() {
        VmSpec spec = VmSpec.builder(kit.imageId, 1, 128, Disk.of(1))
                .disks(List.of(Disk.of(1), Disk.of(2)))
                .interfaces(List.of(NetworkInterface.in("default"), NetworkInterface.in("backup")))
                .build();
        VmRow vm = row(spec);

        assertThat(faults(() -> kit.changes.insert(vm, kit.hostId, kit.quota)))
                .containsExactly("/disks", "/interfaces");
        assertThat(kit.table.find(vm.id())).isEmpty();
    }

    @Test
    void aVmWithoutANetworkInterfaceIsRefused() {
        VmSpec spec = VmSpec.builder(kit.imageId, 1, 128, Disk.of(1))
                .interfaces(List.of())
                .build();

        assertThat(faults(() -> kit.changes.insert(row(spec), kit.hostId, kit.quota)))
                .containsExactly("/interfaces");
    }

    @Test
    void anotherConflictIsNotCalledATakenName() {
        ProblemException conflict = catchThrowableOfType(
                ProblemException.class,
                () -> kit.transactions.sql(connection -> connection
                        .createStatement()
                        .execute("do $$ begin raise exception 'deadlock' using errcode = '40P01'; end $$")));

        assertThat(conflict.problem().slug()).isEqualTo("conflict");
        assertThat(VmRefusals.ofName(conflict, "web")).isSameAs(conflict);
    }

    private static VmRow row(VmSpec spec) {
        return new VmRow(
                UUID.randomUUID(),
                VmKit.ANN.userId(),
                "web",
                null,
                spec,
                List.of(),
                DesiredPower.RUNNING,
                VmState.REQUESTED,
                List.of(),
                null,
                false,
                false,
                null,
                Instant.EPOCH,
                null,
                1);
    }
}

package io.obox.vm.internal.vms;

import static io.obox.vm.internal.kit.Refusals.faults;
import static io.obox.vm.internal.kit.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.obox.job.Job;
import io.obox.job.JobPriority;
import io.obox.page.PageRequest;
import io.obox.vm.DesiredPower;
import io.obox.vm.PowerAction;
import io.obox.vm.PowerChange;
import io.obox.vm.VmFilter;
import io.obox.vm.internal.kit.VmKit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A request that comes again under its key is answered as the first time. */
final class IdempotencyKeyTest {
    private final VmKit kit = new VmKit();
    private final VmService vms = kit.vms();

    @Test
    void requestThatComesAgainUnderItsKeyGivesTheFirstJob() {
        Job first = vms.create(VmKit.ANN, kit.keyed("web", "k1"));

        assertThat(vms.create(VmKit.ANN, kit.keyed("web", "k1")).id()).isEqualTo(first.id());
        assertThat(vms.list(VmKit.ANN, VmFilter.ANY, PageRequest.first()).items())
                .hasSize(1);
        refused("name-taken", () -> vms.create(VmKit.ANN, kit.keyed("web", "k2")));
        refused("conflict", () -> vms.create(VmKit.ANN, kit.keyed("other", "k1")));
        refused(
                "conflict",
                () -> vms.act(
                        VmKit.ANN,
                        first.subject().id(),
                        PowerChange.builder(PowerAction.STOP)
                                .idempotencyKey("k1")
                                .build()));
    }

    @Test
    void keyIsForOneActionOnOneVm() {
        UUID id = created("web");
        UUID other = created("other");
        kit.force(id, "RUNNING");
        kit.force(other, "RUNNING");
        Job reset = vms.act(VmKit.ANN, id, keyed(PowerAction.RESET, null));

        assertThat(vms.act(VmKit.ANN, id, keyed(PowerAction.RESET, null)).id()).isEqualTo(reset.id());
        refused("conflict", () -> vms.act(VmKit.ANN, id, keyed(PowerAction.STOP, null)));
        refused("conflict", () -> vms.act(VmKit.ANN, id, keyed(PowerAction.RESET, JobPriority.HIGH)));
        refused("conflict", () -> vms.act(VmKit.ANN, other, keyed(PowerAction.RESET, null)));
        assertThat(vms.get(VmKit.ANN, id).desiredPower()).isEqualTo(DesiredPower.RUNNING);
    }

    @Test
    void keyIsTheCallersOwnWhoeverOwnsTheVm() {
        UUID id = created("web");
        kit.force(id, "RUNNING");
        Job reset = vms.act(VmKit.ADMIN, id, keyed(PowerAction.RESET, null));

        assertThat(vms.act(VmKit.ADMIN, id, keyed(PowerAction.RESET, null)).id())
                .isEqualTo(reset.id());
        assertThat(reset.owner().id()).isEqualTo(VmKit.ANN.userId());
    }

    @Test
    void keyOfARequestIsShortAndVisible() {
        for (String key : List.of("", " ", "a b", "\u00e9", "k".repeat(256))) {
            assertThat(faults(() -> vms.create(VmKit.ANN, kit.keyed("web", key))))
                    .as(key)
                    .containsExactly("/Idempotency-Key");
        }
        vms.create(VmKit.ANN, kit.keyed("web", "k".repeat(255)));
    }

    private static PowerChange keyed(PowerAction action, @Nullable JobPriority priority) {
        return PowerChange.builder(action)
                .priority(priority)
                .idempotencyKey("k1")
                .build();
    }

    private UUID created(String name) {
        return vms.create(VmKit.ANN, kit.request(name)).subject().id();
    }
}

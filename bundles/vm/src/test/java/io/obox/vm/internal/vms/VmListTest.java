package io.obox.vm.internal.vms;

import static io.obox.vm.internal.kit.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.obox.page.Page;
import io.obox.page.PageRequest;
import io.obox.vm.NewVm;
import io.obox.vm.Vm;
import io.obox.vm.VmFilter;
import io.obox.vm.VmState;
import io.obox.vm.internal.kit.VmKit;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VmListTest {
    private VmKit kit;
    private VmService vms;

    @BeforeEach
    void setUp() {
        kit = new VmKit();
        vms = kit.vms();
    }

    @Test
    void listGoesFromPageToPageNewestFirst() {
        List<UUID> ids = IntStream.range(0, 5).mapToObj(i -> created("vm-" + i)).toList();

        Page<Vm> first = vms.list(VmKit.ANN, VmFilter.ANY, new PageRequest(3, null));
        Page<Vm> second = vms.list(VmKit.ANN, VmFilter.ANY, new PageRequest(3, first.nextCursor()));

        assertThat(first.items()).extracting(Vm::id).containsExactly(ids.get(4), ids.get(3), ids.get(2));
        assertThat(second.items()).extracting(Vm::id).containsExactly(ids.get(1), ids.get(0));
        assertThat(second.nextCursor()).isNull();
        refused("validation", () -> vms.list(VmKit.ANN, VmFilter.ANY, new PageRequest(3, "nonsense")));
    }

    @Test
    void listIsFiltered() {
        UUID web = created("web-1", List.of("prod", "eu"));
        UUID db = created("db-1", List.of("prod-old"));
        kit.force(db, "RUNNING");

        assertThat(found(VmFilter.builder().state(VmState.RUNNING).build())).containsExactly(db);
        assertThat(found(VmFilter.builder().tag("prod").build())).containsExactly(web);
        assertThat(found(VmFilter.builder().text("EB-").build())).containsExactly(web);
        assertThat(found(VmFilter.builder().text("%").build())).isEmpty();
        assertThat(found(VmFilter.builder().ownerId(VmKit.BOB.userId()).build()))
                .isEmpty();
        assertThat(found(VmFilter.builder().hostId(kit.hostId).build())).hasSize(2);
        assertThat(found(VmFilter.builder().hostId(UUID.randomUUID()).build())).isEmpty();
    }

    private UUID created(String name) {
        return vms.create(VmKit.ANN, kit.request(name)).subject().id();
    }

    private UUID created(String name, List<String> tags) {
        return vms.create(
                        VmKit.ANN,
                        NewVm.builder()
                                .name(name)
                                .imageId(kit.imageId)
                                .vcpus(1)
                                .memoryMib(128)
                                .diskGib(1)
                                .tags(tags)
                                .build())
                .subject()
                .id();
    }

    private List<UUID> found(VmFilter filter) {
        return vms.list(VmKit.ANN, filter, PageRequest.first()).items().stream()
                .map(Vm::id)
                .toList();
    }
}

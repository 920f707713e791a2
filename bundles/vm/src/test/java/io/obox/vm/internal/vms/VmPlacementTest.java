package io.obox.vm.internal.vms;

import static org.assertj.core.api.Assertions.assertThat;

import io.obox.host.access.HostAccess;
import io.obox.image.store.ImageStore;
import io.obox.job.Place;
import io.obox.vm.internal.kit.VmKit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class VmPlacementTest {
    private final VmKit kit = new VmKit();
    private final VmService vms = kit.vms();
    private UUID north;
    private UUID south;

    @BeforeEach
    void haveTwoHosts() {
        kit.hosts.answers("south");
        north = kit.hosts.named("north").id();
        south = kit.hosts.named("south").id();
    }

    @Test
    void aVmIsPlacedWhereANodeHasItsImageAlthoughAnotherHostIsEmptier() {
        nobodyCanMakeVmsOn(north);
        place("one");
        place("two");

        assertThat(hosts()).containsExactly(south, south);
    }

    @Test
    void aVmThatNobodyCanMakeAtTheMomentIsPlacedAllTheSame() {
        nobodyCanMakeVmsOn(north);
        nobodyCanMakeVmsOn(south);
        place("one");
        place("two");

        assertThat(hosts()).containsExactlyInAnyOrder(north, south);
    }

    @Test
    void aHostThatHasTheImageInItsPoolNeedsNoNodeWithTheFileUntilItHasItNoMore() {
        noNodeHasTheImage();
        kit.hosts.provisioner.keep(kit.images.pooled());
        kit.hosts.look(kit.images.pools);
        place("one");
        place("two");
        assertThat(hosts()).containsExactly(north, north);
        assertThat(placesOfTheLast()).containsExactly(HostAccess.place(north, ""));

        kit.hosts.provisioner.keep();
        kit.hosts.look(kit.images.pools);
        place("three");
        assertThat(placesOfTheLast()).contains(ImageStore.place(kit.imageId, ""));
    }

    private void noNodeHasTheImage() {
        kit.jobs.reachNoMore(ImageStore.place(kit.imageId, ""));
    }

    private List<Place> placesOfTheLast() {
        return kit.jobs.entries().getLast().request().places();
    }

    private void nobodyCanMakeVmsOn(UUID host) {
        kit.jobs.reachNoMore(HostAccess.place(host, ""));
    }

    private void place(String name) {
        vms.create(VmKit.ANN, kit.sized(name, 4096));
    }

    private List<UUID> hosts() {
        return kit.jobs.entries().stream()
                .map(entry -> kit.table
                        .find(entry.request().subject().id())
                        .orElseThrow()
                        .hostId())
                .toList();
    }
}

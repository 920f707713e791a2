package io.obox.vm.internal.vms;

import static org.assertj.core.api.Assertions.assertThat;

import io.obox.page.Page;
import io.obox.page.PageRequest;
import io.obox.persistence.testkit.CountedSockets;
import io.obox.vm.NewVm;
import io.obox.vm.Vm;
import io.obox.vm.VmFilter;
import io.obox.vm.internal.kit.VmKit;
import io.obox.vm.internal.store.SnapshotCache;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * How often the database is asked for what is done most: each statement is a round trip, and takes time of both sides. The kit
 * remembers neither hosts nor images, which a node does for a moment.
 */
class VmStatementsTest {
    /** PostgreSQL may write something by itself between two of them. */
    private static final int TRIES = 20;

    /** What the ledger of the kit takes to say which jobs are unfinished. */
    private static final int KIT_JOBS = 3;

    private VmKit kit;
    private VmService vms;

    @BeforeEach
    void setUp() {
        kit = new VmKit();
        vms = kit.vms();
    }

    @Test
    void creatingAVm() {
        assertThat(statements(() -> vms.create(VmKit.ANN, another())))
                .as("image, hosts; begin, job, VM with its owner's usage, host; the three of an early commit")
                .isEqualTo(2 + 4 + 3);
    }

    @Test
    void readingAVm() {
        UUID id = vms.create(VmKit.ANN, another()).subject().id();
        assertThat(statements(() -> vms.get(VmKit.ANN, id)))
                .as("VM, hosts, images; jobs")
                .isEqualTo(3 + KIT_JOBS);
    }

    @Test
    void aListThatHasChanged() {
        vms.create(VmKit.ANN, another());
        assertThat(statements(this::list)).as("order, VMs, hosts, images; jobs").isEqualTo(4 + KIT_JOBS);
    }

    @Test
    void aListThatHasNotChanged() {
        SnapshotCache cache = new SnapshotCache(kit.transactions);
        vms.create(VmKit.ANN, another());
        assertThat(statements(() -> cache.answer("list", Page.class, this::list)))
                .as("whether anything has changed")
                .isEqualTo(1);
    }

    private Page<Vm> list() {
        return vms.list(VmKit.ANN, VmFilter.ANY, PageRequest.first());
    }

    private NewVm another() {
        return kit.small("vm-" + UUID.randomUUID());
    }

    /** The fewest that it took. */
    private static long statements(Runnable action) {
        return LongStream.range(0, TRIES)
                .map(i -> {
                    long before = CountedSockets.sent();
                    action.run();
                    return CountedSockets.sent() - before;
                })
                .min()
                .orElseThrow();
    }
}

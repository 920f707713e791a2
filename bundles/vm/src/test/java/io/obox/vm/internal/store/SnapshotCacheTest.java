package io.obox.vm.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.obox.page.PageRequest;
import io.obox.vm.Vm;
import io.obox.vm.VmFilter;
import io.obox.vm.internal.kit.VmKit;
import io.obox.vm.internal.vms.VmService;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SnapshotCacheTest {
    private final AtomicInteger computed = new AtomicInteger();

    private VmKit kit;
    private VmService vms;
    private SnapshotCache cache;

    @BeforeEach
    void setUp() {
        kit = new VmKit();
        vms = kit.vms();
        cache = new SnapshotCache(kit.transactions);
    }

    @Test
    void answerIsComputedOnceWhileNothingChanges() {
        names();
        names();

        // PostgreSQL itself may write now and then
        assertThat(computed.get()).isBetween(1, 2);
        int before = computed.get();
        for (int i = 0; i < 50; i++) {
            names();
        }
        assertThat(computed.get() - before).isLessThan(10);
    }

    @Test
    void whoeverWritesReadsWhatWasWritten() {
        for (int i = 0; i < 50; i++) {
            vms.create(VmKit.ANN, kit.small("vm-" + i));
            assertThat(names()).hasSize(Math.min(i + 1, 50)).contains("vm-" + i);
        }
    }

    @Test
    void whatIsCommittedDuringTheComputationIsNotMissedByTheNext() throws Exception {
        vms.create(VmKit.ANN, kit.request("before"));
        CountDownLatch read = new CountDownLatch(1);
        CountDownLatch written = new CountDownLatch(1);
        CompletableFuture<Names> slow = CompletableFuture.supplyAsync(() -> cache.answer("names", Names.class, () -> {
            Names names = list();
            read.countDown();
            await(written);
            return names;
        }));
        await(read);
        vms.create(VmKit.ANN, kit.request("meanwhile"));
        written.countDown();

        assertThat(slow.get(60, TimeUnit.SECONDS).names()).containsExactly("before");
        assertThat(names()).containsExactlyInAnyOrder("before", "meanwhile");
    }

    @Test
    void transactionThatCommitsLaterIsSeenThen() throws Exception {
        CountDownLatch inserted = new CountDownLatch(1);
        CountDownLatch commit = new CountDownLatch(1);
        CompletableFuture<Void> creation = CompletableFuture.runAsync(() -> kit.transactions.call(entities -> {
            vms.create(VmKit.ANN, kit.request("late"));
            inserted.countDown();
            await(commit);
            return true;
        }));
        await(inserted);
        assertThat(names()).isEmpty();

        commit.countDown();
        creation.get(60, TimeUnit.SECONDS);

        assertThat(names()).containsExactly("late");
    }

    private List<String> names() {
        return cache.answer("names", Names.class, this::list).names();
    }

    private record Names(List<String> names) {}

    private Names list() {
        computed.incrementAndGet();
        return new Names(vms.list(VmKit.ANN, VmFilter.ANY, PageRequest.first()).items().stream()
                .map(Vm::name)
                .toList());
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}

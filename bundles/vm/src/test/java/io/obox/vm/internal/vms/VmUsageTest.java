package io.obox.vm.internal.vms;

import static io.obox.vm.internal.kit.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.obox.host.Capacity;
import io.obox.job.Job;
import io.obox.persistence.sql.Sql;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.user.Quota;
import io.obox.vm.internal.kit.VmKit;
import io.obox.vm.internal.vms.VmUsage.Amounts;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VmUsageTest {
    private static final UUID ANN = VmKit.ANN.userId();

    private final VmKit kit = new VmKit();
    private final VmService vms = kit.vms();

    @Test
    void whatIsMadeIsCountedForItsOwnerAlone() {
        vms.create(VmKit.ANN, kit.sized("one", 256));
        vms.create(VmKit.ANN, kit.sized("two", 512));
        assertThat(kit.usage.of(ANN)).isEqualTo(new Amounts(2, 6, 768, 4));
        assertThat(kit.usage.of(VmKit.BOB.userId())).isEqualTo(Amounts.NONE);
    }

    @Test
    void whatWouldBeTooMuchIsRefusedWithWhatIsUsedAndAllowed() {
        kit.quota = new Quota(10, 10, 600, 10);
        vms.create(VmKit.ANN, kit.sized("one", 512));
        Problem problem = catchThrowableOfType(
                        ProblemException.class, () -> vms.create(VmKit.ANN, kit.sized("two", 128)))
                .problem();
        assertThat(problem.slug()).isEqualTo("quota-exceeded");
        assertThat(problem.status()).isEqualTo(409);
        assertThat(problem.detail())
                .contains("512 of 600 MiB of memory are used, and 128 more are asked for")
                .doesNotContain("VMs", "processors", "disk");
        assertThat(kit.usage.of(ANN)).isEqualTo(new Amounts(1, 3, 512, 2));
        assertThat(kit.jobs.entries()).hasSize(1);
        vms.create(VmKit.BOB, kit.sized("two", 128));
    }

    @Test
    void oneThatIsTooLargeAloneIsRefusedToo() {
        for (Quota quota : List.of(
                new Quota(0, 10, 1000, 10),
                new Quota(10, 0, 1000, 10),
                new Quota(10, 10, 127, 10),
                new Quota(10, 10, 1000, 0))) {
            kit.quota = quota;
            refused("quota-exceeded", () -> vms.create(VmKit.ANN, kit.request("one")));
        }
        assertThat(kit.usage.of(ANN)).isEqualTo(Amounts.NONE);
    }

    @Test
    void whatIsNotMadeIsNotCounted() {
        vms.create(VmKit.ANN, kit.request("web"));
        refused("name-taken", () -> vms.create(VmKit.ANN, kit.request("web")));
        assertThat(kit.usage.of(ANN).vms()).isOne();
    }

    @Test
    void whatIsGivenBackCanBeUsedAgain() {
        kit.quota = new Quota(1, 10, 1000, 10);
        vms.create(VmKit.ANN, kit.request("one"));
        refused("quota-exceeded", () -> vms.create(VmKit.ANN, kit.request("two")));
        kit.usage.giveBack(ANN, new Capacity(3, 128, 2));
        vms.create(VmKit.ANN, kit.request("two"));
    }

    @Test
    void whatIsGivenBackIsTakenOffByItsKind() {
        vms.create(VmKit.ANN, kit.sized("one", 256));
        vms.create(VmKit.ANN, kit.sized("two", 512));
        kit.usage.giveBack(ANN, new Capacity(3, 512, 2));
        assertThat(kit.usage.of(ANN)).isEqualTo(new Amounts(1, 3, 256, 2));
    }

    @Test
    void whatAnOlderVersionHasRemovedHindersNobody() {
        kit.quota = new Quota(1, 10, 1000, 10);
        vms.create(VmKit.ANN, kit.request("one"));
        sql("delete from vm");

        vms.create(VmKit.ANN, kit.request("two"));

        refused("quota-exceeded", () -> vms.create(VmKit.ANN, kit.request("three")));
    }

    @Test
    void whatAnOlderVersionHasMadeOrRemovedIsCountedInTheNextRound() {
        vms.create(VmKit.ANN, kit.sized("one", 256));
        vms.create(VmKit.BOB, kit.sized("two", 512));
        sql("delete from vm_usage");
        sql("delete from vm where name = 'two'");
        sql("insert into vm_usage select owner_id, 7, 7, 7, 7 from vm union select '" + VmKit.BOB.userId()
                + "', 1, 1, 1, 1");

        kit.reconciliation().expect(kit.hostId).accept(List.of());

        assertThat(kit.usage.of(ANN)).isEqualTo(new Amounts(1, 3, 256, 2));
        assertThat(kit.usage.of(VmKit.BOB.userId())).isEqualTo(Amounts.NONE);
    }

    @Test
    void whatAHostWasCountedToHavePromisedIsCorrectedInTheNextRound() {
        vms.create(VmKit.ANN, kit.sized("one", 256));
        UUID binned = vms.create(VmKit.ANN, kit.sized("two", 512)).subject().id();
        sql("update vm set deleted_at = now(), state = 'DELETING' where id = '" + binned + "'");
        kit.hosts.placement.release(kit.hostId, new Capacity(30, 4_096, 50));

        kit.reconciliation().expect(kit.hostId).accept(List.of());

        assertThat(kit.hosts.host().used()).isEqualTo(new Capacity(VmKit.VCPUS, 256, 2 * VmKit.DISK_GIB));
        assertThat(kit.hosts.host().vms()).isEqualTo(2);
    }

    @Test
    void whatIsPromisedWhileHostsAreCountedAgainIsNotForgotten() throws Exception {
        List<Callable<Job>> requests = IntStream.range(0, 20)
                .<Callable<Job>>mapToObj(i -> () -> {
                    kit.hosts.placement.recount(new VmRecount(kit.transactions)::byHost);
                    return vms.create(VmKit.ANN, kit.sized("vm-" + i, 64));
                })
                .toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Job> request : threads.invokeAll(requests)) {
                request.get();
            }
        }

        assertThat(kit.hosts.host().vms()).isEqualTo(20);
        assertThat(kit.hosts.host().used().memoryMib()).isEqualTo(20 * 64);
    }

    private void sql(String text) {
        kit.transactions.sql(connection -> connection.createStatement().executeUpdate(text));
    }

    @Test
    void ofAHundredRequestsAtTheSameMomentAsManySucceedAsTheQuotaAllows() throws Exception {
        kit.quota = new Quota(10, 1_000, 1_000_000, 1_000);
        List<Callable<Boolean>> requests = IntStream.range(0, 100)
                .<Callable<Boolean>>mapToObj(i -> () -> made("vm-" + i))
                .toList();
        List<Boolean> made = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Boolean> request : threads.invokeAll(requests)) {
                made.add(request.get());
            }
        }
        assertThat(made).filteredOn(each -> each).hasSize(10);
        assertThat(kit.usage.of(ANN).vms()).isEqualTo(10);
        assertThat(kit.hosts.host().used().memoryMib()).isEqualTo(10 * 128);
    }

    @Test
    void whoeverIsRefusedWaitsForNobody() throws Exception {
        kit.quota = new Quota(1, 10, 1000, 10);
        vms.create(VmKit.ANN, kit.request("one"));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            kit.transactions.sql(connection -> {
                new Sql("select 1 from vm_usage for update").query(connection, row -> row.getInt(1));
                Future<?> refusal = threads.submit(
                        () -> refused("quota-exceeded", () -> vms.create(VmKit.ANN, kit.request("two"))));
                return refusal.get(10, TimeUnit.SECONDS);
            });
        }
    }

    /** An upsert would wake all that wait for the owner's row at each commit, to look at it again. */
    @Test
    void thoseWhoWaitForTheirOwnersRowLookAtItOnce() throws Exception {
        makeAndCount("first");
        // what the sessions of the pool had not counted yet is counted by this
        makeAndCountMany("former-");
        long before = looks();

        makeAndCountMany("vm-");

        assertThat(looks() - before).isBetween(20L, 25L);
    }

    private void makeAndCountMany(String prefix) throws Exception {
        List<Callable<Object>> requests = IntStream.range(0, 20)
                .mapToObj(i -> Executors.callable(() -> makeAndCount(prefix + i)))
                .toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Object> request : threads.invokeAll(requests)) {
                request.get();
            }
        }
    }

    /** PostgreSQL counts what a session does only now and then, unless it is told to. */
    private void makeAndCount(String name) {
        kit.transactions.sql(connection -> {
            vms.create(VmKit.ANN, kit.small(name));
            return new Sql("select pg_stat_force_next_flush()").first(connection, row -> true);
        });
    }

    private long looks() {
        return kit.transactions.sql(
                connection -> new Sql("select idx_scan from pg_stat_user_tables where relname = 'vm_usage'")
                        .first(connection, row -> row.getLong(1))
                        .orElseThrow());
    }

    private boolean made(String name) {
        try {
            vms.create(VmKit.ANN, kit.request(name));
            return true;
        } catch (ProblemException e) {
            assertThat(e.problem().slug()).isEqualTo("quota-exceeded");
            return false;
        }
    }
}

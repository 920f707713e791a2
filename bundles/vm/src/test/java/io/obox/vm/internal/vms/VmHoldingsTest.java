package io.obox.vm.internal.vms;

import static io.obox.vm.internal.kit.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.obox.event.Change;
import io.obox.page.PageRequest;
import io.obox.persistence.sql.Sql;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.user.Caller;
import io.obox.user.Quota;
import io.obox.user.Role;
import io.obox.vm.Vm;
import io.obox.vm.VmFilter;
import io.obox.vm.internal.kit.VmKit;
import io.obox.vm.internal.vms.VmUsage.Amounts;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class VmHoldingsTest {
    private static final UUID ANN = VmKit.ANN.userId();
    private static final UUID BOB = VmKit.BOB.userId();

    private final VmKit kit = new VmKit();
    private final VmService vms = kit.vms();
    private final VmHoldings holdings = new VmHoldings(kit.transactions, kit.changes, kit.usage);

    @Test
    void whoHasNothingIsLetGoAndGetsNothingAnyMore() {
        holdings.release(ANN);
        refused("quota-exceeded", () -> vms.create(VmKit.ANN, kit.request("late")));
        vms.create(VmKit.BOB, kit.request("late"));
    }

    @Test
    void whoHasAVmStays() {
        vms.create(VmKit.ANN, kit.request("web"));
        refused("vms-owned", () -> holdings.release(ANN));
        vms.create(VmKit.ANN, kit.request("db"));
    }

    @Test
    void aVmInTheBinIsOne() {
        vms.create(VmKit.ANN, kit.request("web"));
        kit.transactions.sql(
                connection -> new Sql("update vm set deleted_at = now(), state = 'DELETING'").update(connection));
        refused("vms-owned", () -> holdings.release(ANN));
    }

    @Test
    void whatIsRolledBackLeavesTheAccountOpen() {
        refused(
                "last",
                () -> kit.transactions.call(em -> {
                    holdings.release(ANN);
                    throw new ProblemException(Problem.of("last", "Last", 409, "It is the last."));
                }));
        vms.create(VmKit.ANN, kit.request("web"));
    }

    @Test
    void ofACreationAndADepartureAtOnceOneIsRefused() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (int times = 0; times < 10; times++) {
                Caller owner = VmKit.caller("owner" + times + "@example.org", Role.USER);
                Callable<Boolean> creation = () -> done(() -> vms.create(owner, kit.request("web")));
                Callable<Boolean> departure = () -> done(() -> holdings.release(owner.userId()));
                List<Boolean> ends = threads.invokeAll(List.of(creation, departure)).stream()
                        .map(end -> end.resultNow())
                        .toList();
                assertThat(ends).containsExactlyInAnyOrder(true, false);
            }
        }
    }

    @Test
    void allThatAnAccountHasCanBeGivenToAnother() {
        vms.create(VmKit.ANN, kit.request("web"));
        vms.create(VmKit.ANN, kit.request("db"));
        vms.create(VmKit.BOB, kit.request("mail"));
        bin("db");
        kit.events.clear();
        kit.transactions.call(em -> {
            holdings.transfer(ANN, BOB);
            holdings.release(ANN);
            return BOB;
        });
        assertThat(vms.list(VmKit.BOB, VmFilter.ANY, PageRequest.first()).items())
                .extracting(Vm::name)
                .containsExactlyInAnyOrder("web", "mail");
        assertThat(vms.bin(VmKit.BOB, null, PageRequest.first()).items())
                .extracting(Vm::name)
                .containsExactly("db");
        assertThat(kit.usage.of(BOB)).isEqualTo(new Amounts(2, 2 * VmKit.VCPUS, 2 * 128, 3 * VmKit.DISK_GIB));
        assertThat(kit.usage.of(ANN)).isEqualTo(new Amounts(0, 0, 0, 0));
        assertThat(kit.events)
                .extracting(
                        change -> change.topic().name(),
                        Change::action,
                        change -> change.audience().owner())
                .contains(
                        tuple("vm", Change.Action.REMOVED, ANN),
                        tuple("vm", Change.Action.CHANGED, BOB),
                        tuple("bin", Change.Action.REMOVED, ANN),
                        tuple("bin", Change.Action.CHANGED, BOB));
    }

    private void bin(String name) {
        kit.transactions.sql(connection -> new Sql("""
                update vm set deleted_at = now(), expires_at = now() + interval '1 day', state = 'DELETING',
                    former_name = name, name = id::text where name = ?""").update(connection, name));
    }

    @Test
    void nobodyIsGivenMoreThanTheyMayHave() {
        vms.create(VmKit.ANN, kit.request("web"));
        vms.create(VmKit.BOB, kit.request("mail"));
        kit.quota = new Quota(1, 1_000, 1_000_000, 1_000);
        refused("quota-exceeded", () -> holdings.transfer(ANN, BOB));
        assertThat(kit.usage.of(ANN).vms()).isEqualTo(1);
        refused("vms-owned", () -> holdings.release(ANN));
    }

    @Test
    void nobodyHasTwoVmsOfOneName() {
        vms.create(VmKit.ANN, kit.request("web"));
        vms.create(VmKit.BOB, kit.request("web"));
        refused("name-taken", () -> holdings.transfer(ANN, BOB));
        assertThat(kit.usage.of(BOB).vms()).isEqualTo(1);
    }

    @Test
    void whoHasNothingGivesNothing() {
        kit.quota = new Quota(0, 0, 0, 0);
        holdings.transfer(ANN, BOB);
        assertThat(kit.usage.of(BOB)).isEqualTo(new Amounts(0, 0, 0, 0));
    }

    private static boolean done(Runnable work) {
        try {
            work.run();
            return true;
        } catch (ProblemException e) {
            return false;
        }
    }
}

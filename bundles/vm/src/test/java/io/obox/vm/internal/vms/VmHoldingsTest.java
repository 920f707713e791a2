package io.obox.vm.internal.vms;

import static io.obox.vm.internal.kit.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.obox.persistence.sql.Sql;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.user.Caller;
import io.obox.user.Role;
import io.obox.vm.internal.kit.VmKit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class VmHoldingsTest {
    private static final UUID ANN = VmKit.ANN.userId();

    private final VmKit kit = new VmKit();
    private final VmService vms = kit.vms();
    private final VmHoldings holdings = new VmHoldings(kit.transactions);

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

    private static boolean done(Runnable work) {
        try {
            work.run();
            return true;
        } catch (ProblemException e) {
            return false;
        }
    }
}

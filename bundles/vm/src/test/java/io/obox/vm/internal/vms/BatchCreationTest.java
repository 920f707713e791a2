package io.obox.vm.internal.vms;

import static io.obox.vm.internal.kit.Refusals.faults;
import static io.obox.vm.internal.kit.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.obox.host.Capacity;
import io.obox.job.Job;
import io.obox.page.PageRequest;
import io.obox.user.Quota;
import io.obox.vm.NewVms;
import io.obox.vm.Vm;
import io.obox.vm.VmFilter;
import io.obox.vm.VmOrder;
import io.obox.vm.internal.kit.FakeJobs;
import io.obox.vm.internal.kit.VmKit;
import io.obox.vm.internal.vms.VmUsage.Amounts;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Several VMs by one request: all of them, or none. */
final class BatchCreationTest {
    private final VmKit kit = new VmKit();
    private final VmService vms = kit.vms();

    @Test
    void eachGetsItsNumberAndAJobThatIsAPartOfTheWhole() {
        Job whole = vms.create(VmKit.ANN, NewVms.of(kit.request("web-{n}-eu"), 3));

        assertThat(names()).containsExactly("web-1-eu", "web-2-eu", "web-3-eu");
        assertThat(whole.kind()).isEqualTo(VmJobs.BATCH);
        assertThat(kit.jobs.ofKind(VmJobs.CREATE))
                .hasSize(3)
                .allSatisfy(part -> assertThat(part.parentId()).isEqualTo(whole.id()));
        assertThat(kit.jobs.entries().getFirst().request().hasOnlyParts()).isTrue();
        assertThat(kit.usage.of(VmKit.ANN.userId()))
                .isEqualTo(new Amounts(3, 3 * VmKit.VCPUS, 3 * 128, 3 * VmKit.DISK_GIB));
        assertThat(kit.hosts.host().used()).isEqualTo(new Capacity(3 * VmKit.VCPUS, 3 * 128, 3 * VmKit.DISK_GIB));
    }

    @Test
    void theNumberStandsAtTheEndWhereTheNameHasNoPlaceForItAndBeginsWhereItIsAskedTo() {
        vms.create(VmKit.ANN, NewVms.of(kit.request("web"), 2).from(9));

        assertThat(names()).containsExactly("web-10", "web-9");
    }

    @ParameterizedTest
    @CsvSource({"web-{n},1,web-1", "web-{n},7,web-7", "web,7,web"})
    void oneAloneIsMadeLikeAnyOtherAndNumberedWhereItsNameAsksForIt(String name, int first, String called) {
        Job job = vms.create(VmKit.ANN, NewVms.of(kit.request(name), 1).from(first));

        assertThat(names()).containsExactly(called);
        assertThat(job.kind()).isEqualTo(VmJobs.CREATE);
        assertThat(kit.jobs.entries()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {-3, 10_000})
    void theNumberOfOneAloneIsCheckedToo(int first) {
        assertThat(faults(() -> vms.create(
                        VmKit.ANN, NewVms.of(kit.request("web-{n}"), 1).from(first))))
                .containsExactly("/firstNumber");
        assertThat(names()).isEmpty();
    }

    @Test
    void nothingIsMadeWhereOneNameIsTaken() {
        vms.create(VmKit.ANN, kit.request("web-3"));

        refused("name-taken", () -> vms.create(VmKit.ANN, NewVms.of(kit.request("web"), 5)));

        assertOnlyOne();
    }

    @Test
    void nothingIsMadeWhereTheQuotaHasRoomForSome() {
        vms.create(VmKit.ANN, kit.request("web"));
        kit.quota = new Quota(5, 1_000, 1_000_000, 1_000);

        refused("quota-exceeded", () -> vms.create(VmKit.ANN, NewVms.of(kit.request("db"), 5)));
        assertOnlyOne();

        vms.create(VmKit.ANN, NewVms.of(kit.request("db"), 4));
        assertThat(names()).hasSize(5);
    }

    @Test
    void nothingIsMadeWhereTheHostsHaveRoomForSome() {
        vms.create(VmKit.ANN, kit.request("web"));
        int some = (int) (kit.hosts.host().total().memoryMib() / 2);

        refused("no-capacity", () -> vms.create(VmKit.ANN, NewVms.of(kit.sized("db", some), 2)));

        assertOnlyOne();
    }

    @Test
    void theyAreSpreadOverTheHostsAsIfTheyHadComeOneByOne() {
        kit.hosts.answers("south");

        vms.create(VmKit.ANN, NewVms.of(kit.sized("web", 4096), 4));

        assertThat(list())
                .extracting(vm -> Objects.requireNonNull(vm.host()).name())
                .containsOnly("north", "south");
        assertThat(kit.hosts.named("north").used().memoryMib()).isEqualTo(2 * 4096);
        assertThat(kit.hosts.named("south").used().memoryMib()).isEqualTo(2 * 4096);
    }

    @Test
    void aRequestThatComesAgainUnderItsKeyGivesTheFirstJobAndMakesNothing() {
        Job first = vms.create(VmKit.ANN, NewVms.of(kit.keyed("web", "k1"), 3));

        assertThat(vms.create(VmKit.ANN, NewVms.of(kit.keyed("web", "k1"), 3)).id())
                .isEqualTo(first.id());
        assertThat(names()).hasSize(3);
        refused("conflict", () -> vms.create(VmKit.ANN, NewVms.of(kit.keyed("web", "k1"), 4)));
        refused(
                "conflict",
                () -> vms.create(VmKit.ANN, NewVms.of(kit.keyed("web", "k1"), 3).from(4)));
        refused("conflict", () -> vms.create(VmKit.ANN, kit.keyed("web", "k1")));
    }

    @Test
    void nothingRemainsWhereAJobCannotBeSubmitted() {
        kit.jobs.breakDown();

        refused("unavailable", () -> vms.create(VmKit.ANN, NewVms.of(kit.request("web"), 3)));

        assertThat(names()).isEmpty();
        assertThat(kit.usage.of(VmKit.ANN.userId()).vms()).isZero();
        assertThat(kit.hosts.host().used()).isEqualTo(Capacity.NONE);
    }

    @Test
    void whatIsWrongIsToldOnceForAll() {
        assertThat(faults(() -> vms.create(VmKit.ANN, NewVms.of(kit.request("Web {n}"), 3))))
                .containsExactly("/name");
        assertThat(faults(() -> vms.create(VmKit.ANN, NewVms.of(kit.request("w".repeat(61)), 10))))
                .containsExactly("/name");
        assertThat(faults(() -> vms.create(VmKit.ANN, NewVms.of(kit.request("web"), 0))))
                .containsExactly("/count");
        assertThat(faults(() -> vms.create(
                        VmKit.ANN,
                        NewVms.of(kit.request("web"), NewVms.MAX_VMS + 1).from(-1))))
                .containsExactly("/count", "/firstNumber");
        vms.create(VmKit.ANN, NewVms.of(kit.request("w".repeat(61)), 9));
    }

    private void assertOnlyOne() {
        assertThat(names()).hasSize(1);
        assertThat(kit.jobs.entries()).extracting(FakeJobs.Entry::job).hasSize(1);
        assertThat(kit.usage.of(VmKit.ANN.userId()).vms()).isEqualTo(1);
        assertThat(kit.hosts.host().used().memoryMib()).isEqualTo(128);
    }

    private List<String> names() {
        return list().stream().map(Vm::name).toList();
    }

    private List<Vm> list() {
        return vms.list(VmKit.ANN, VmFilter.ANY, VmOrder.parse("name"), PageRequest.first())
                .items();
    }
}

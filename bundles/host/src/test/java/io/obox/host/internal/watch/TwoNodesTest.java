package io.obox.host.internal.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.obox.event.Audience;
import io.obox.event.Change;
import io.obox.host.Host;
import io.obox.host.HostEvents;
import io.obox.host.HostState;
import io.obox.host.internal.link.HostAddress;
import io.obox.host.testkit.FakeProvisioner;
import io.obox.host.testkit.FakeService;
import io.obox.host.testkit.HostKit;
import io.obox.persistence.Transactions;
import io.obox.persistence.testkit.TestDatabase;
import io.obox.provisioner.spi.Observation;
import io.obox.provisioner.spi.ProvisionException;
import io.obox.provisioner.spi.ProvisionException.Kind;
import io.obox.provisioner.spi.Provisioner;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two nodes on one database, each of which calls its hypervisor by the same name. */
class TwoNodesTest {
    private static final Transactions TABLES = HostKit.tables(TestDatabase.create());
    private static final ProvisionException SILENCE = new ProvisionException(Kind.UNREACHABLE, "No answer.");

    private final UUID hypervisor = UUID.randomUUID();

    @BeforeEach
    void setUp() {
        TABLES.sql(connection -> connection.createStatement().executeUpdate("truncate host, host_reach, host_watch"));
    }

    private HostKit node(String name, UUID host) {
        return HostKit.node(TABLES, name, new FakeProvisioner(host));
    }

    @Test
    void twoHypervisorsOfOneNameAreTwoHosts() throws Exception {
        HostKit one = node("one", hypervisor);
        HostKit two = node("two", UUID.randomUUID());

        assertThat(one.id).isNotEqualTo(two.id);
        assertThat(one.table.all())
                .extracting(Host::name)
                .contains(HostKit.NAME)
                .doesNotHaveDuplicates()
                .hasSize(2);
        assertThat(one.table.all()).extracting(Host::state).containsOnly(HostState.UP);
        assertThatThrownBy(() -> two.access.call(one.id, () -> {}, Provisioner::observeAll))
                .isInstanceOfSatisfying(
                        ProvisionException.class, e -> assertThat(e.kind()).isEqualTo(Kind.UNREACHABLE));
    }

    @Test
    void whatTwoBackendsCallByOneUuidIsTwoHosts() {
        HostKit node = node("one", hypervisor);
        HostAddress elsewhere = new HostAddress("south", "other", "other://south");

        UUID other = node.identities.host(elsewhere, hypervisor);

        assertThat(other).isNotEqualTo(node.id);
        assertThat(node.identities.host(elsewhere, hypervisor)).isEqualTo(other);
        assertThat(node.table.all()).extracting(Host::backend).containsExactlyInAnyOrder("fake", "other");
    }

    @Test
    void oneHypervisorThatTwoNodesReachIsOneHostThatOneOfThemWatches() {
        HostKit one = node("one", hypervisor);
        HostKit two = node("two", hypervisor);
        Looks ofOne = new Looks(one);
        Looks ofTwo = new Looks(two);

        one.go();
        two.go();
        one.go();

        assertThat(two.id).isEqualTo(one.id);
        assertThat(one.table.all()).hasSize(1);
        assertThat(ofOne.count).isEqualTo(2);
        assertThat(ofTwo.count).isZero();
    }

    @Test
    void hostIsUpForAsLongAsANodeReachesIt() {
        HostKit one = node("one", hypervisor);
        HostKit two = node("two", hypervisor);
        long version = two.host().version();

        one.provisioner.failWith(SILENCE);
        one.go();
        two.go();
        assertThat(two.host().state()).isEqualTo(HostState.UP);
        assertThat(two.host().version()).isEqualTo(version);

        two.provisioner.failWith(SILENCE);
        two.go();
        assertThat(two.host().state()).isEqualTo(HostState.DOWN);
    }

    @Test
    void nodeThatEndsLeavesItsWatchToAnotherAtOnce() {
        HostKit one = node("one", hypervisor);
        HostKit two = node("two", hypervisor);
        Looks ofTwo = new Looks(two);

        one.leave();
        two.go();

        assertThat(ofTwo.count).isOne();
        assertThat(two.host().state()).isEqualTo(HostState.UP);
    }

    @Test
    void nodeThatDiesLosesItsWatchWhenItsLeaseRunsOut() {
        HostKit one = node("one", hypervisor);
        HostKit two = node("two", hypervisor);
        Looks ofTwo = new Looks(two);

        await().atMost(HostKit.LEASE.multipliedBy(10)).until(() -> {
            two.go();
            return ofTwo.count > 0;
        });

        assertThat(two.host().state()).isEqualTo(HostState.UP);
    }

    @Test
    void hostWhoseOnlyNodeDiesIsDownWhenItsLeaseRunsOut() {
        HostKit one = node("one", hypervisor);
        HostKit two = node("two", UUID.randomUUID());

        await().atMost(HostKit.LEASE.multipliedBy(10)).until(() -> {
            two.go();
            two.reach.sweep();
            return one.host().state() == HostState.DOWN;
        });

        assertThat(two.host().state()).isEqualTo(HostState.UP);
    }

    @Test
    void lossOfAHostThatAnotherNodeNamedEntersNoHost() throws Exception {
        HostKit one = node("one", hypervisor);
        HostKit two = node("two", UUID.randomUUID());
        FakeProvisioner shared = new FakeProvisioner(hypervisor);
        HostRound south = south(two, shared);
        south.go();

        shared.failWith(SILENCE);
        south.go();
        south.go();

        assertThat(one.table.all()).extracting(Host::id).containsExactlyInAnyOrder(one.id, two.id);
    }

    @Test
    void hostThatWasEnteredByItsLabelGoesWhenItsHypervisorIsAKnownOne() throws Exception {
        HostKit one = node("one", hypervisor);
        HostKit two = node("two", UUID.randomUUID());
        FakeProvisioner shared = new FakeProvisioner(hypervisor);
        shared.failWith(SILENCE);
        HostRound south = south(two, shared);
        south.go();
        UUID entered = two.named("south").id();

        shared.failWith(null);
        south.go();

        assertThat(one.table.all()).extracting(Host::id).containsExactlyInAnyOrder(one.id, two.id);
        assertThat(two.events).contains(Change.removed(HostEvents.TOPIC, entered, Audience.everyone()));
    }

    @Test
    void hostOfTheFirstReleaseStaysWhenAKnownHypervisorAnswersUnderItsName() throws Exception {
        node("one", hypervisor);
        HostKit two = node("two", UUID.randomUUID());
        enterAsTheFirstRelease(UUID.randomUUID(), "south");

        south(two, new FakeProvisioner(hypervisor)).go();

        assertThat(two.named("south").vms()).isEqualTo(2);
    }

    @Test
    void hostOfTheFirstReleaseIsTheHypervisorThatItWas() {
        UUID before = UUID.randomUUID();
        enterAsTheFirstRelease(before, HostKit.NAME);

        HostKit one = node("one", hypervisor);
        HostKit two = node("two", UUID.randomUUID());

        assertThat(one.id).isEqualTo(before);
        assertThat(one.host().vms()).isEqualTo(2);
        assertThat(two.id).isNotEqualTo(before);
    }

    /** A node's rounds for a hypervisor that it calls south. */
    private static HostRound south(HostKit node, FakeProvisioner provisioner) {
        node.registry.add(FakeService.reference(FakeService.bundle("1.0.0"), "south", 0), provisioner);
        return node.round("south");
    }

    private static void enterAsTheFirstRelease(UUID id, String name) {
        TABLES.sql(connection -> connection.createStatement().executeUpdate("""
                insert into host (id, name, backend, uri, state, cpus, memory_mib, storage_gib, accelerated, abilities,
                    used_vcpus, vms, seen_at, version)
                values ('%s', '%s', 'fake', 'fake://elsewhere', 'UP', 4, 8192, 100, false, '', 3, 2, now(), 7)
                """.formatted(id, name)));
    }

    /** Counts the looks that a node takes at its host. */
    private static final class Looks {
        private int count;

        Looks(HostKit node) {
            node.look.addObserver(this::expect);
        }

        private Consumer<List<Observation>> expect(UUID host) {
            return guests -> count++;
        }
    }
}

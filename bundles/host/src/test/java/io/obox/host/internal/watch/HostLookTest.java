package io.obox.host.internal.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.obox.host.HostEvents;
import io.obox.host.HostState;
import io.obox.host.internal.link.HostLink;
import io.obox.host.testkit.FakeProvisioner;
import io.obox.host.testkit.FakeService;
import io.obox.host.testkit.HostKit;
import io.obox.persistence.Transactions;
import io.obox.persistence.testkit.TestDatabase;
import io.obox.provisioner.spi.GuestState;
import io.obox.provisioner.spi.Observation;
import io.obox.provisioner.spi.ProvisionException;
import io.obox.provisioner.spi.ProvisionException.Kind;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HostLookTest {
    private static final Transactions TABLES = HostKit.tables(TestDatabase.create());

    private final List<Observation> seen = new CopyOnWriteArrayList<>();
    private HostKit kit;
    private HostLink link;

    @BeforeEach
    void setUp() {
        kit = new HostKit(TABLES);
        link = kit.registry.link(HostKit.NAME).orElseThrow();
        kit.look.addObserver(host -> host.equals(kit.id) ? seen::addAll : guests -> {});
    }

    @Test
    void hostThatDoesNotAnswerIsDownUntilItDoes() throws Exception {
        kit.provisioner.failWith(new ProvisionException(Kind.UNREACHABLE, "No answer."));
        kit.look.observe(link);
        assertThat(kit.host().state()).isEqualTo(HostState.DOWN);

        kit.provisioner.failWith(null);
        kit.look.enter(link);
        assertThat(kit.host().state()).isEqualTo(HostState.UP);
        assertThat(kit.events)
                .anyMatch(change -> change.topic().equals(HostEvents.TOPIC)
                        && change.objectId().equals(kit.id));
    }

    @Test
    void maintenanceIsKept() throws Exception {
        kit.transactions.sql(
                connection -> connection.createStatement().executeUpdate("update host set state = 'MAINTENANCE'"));
        kit.look.enter(link);
        kit.provisioner.failWith(new ProvisionException(Kind.UNREACHABLE, "No answer."));
        kit.look.enter(link);

        assertThat(kit.host().state()).isEqualTo(HostState.MAINTENANCE);
    }

    @Test
    void hostThatHasNeverAnsweredIsEnteredAsDown() throws Exception {
        FakeProvisioner south = new FakeProvisioner();
        south.failWith(new ProvisionException(Kind.UNREACHABLE, "No answer."));
        kit.registry.add(FakeService.reference(FakeService.bundle("1.0.0"), "south", 0), south);

        kit.look.enter(kit.registry.link("south").orElseThrow());

        assertThat(kit.named("south").state()).isEqualTo(HostState.DOWN);
    }

    @Test
    void observersAreToldOfAllGuests() throws Exception {
        UUID guest = UUID.randomUUID();
        kit.provisioner.set(guest, GuestState.RUNNING, "192.0.2.9");

        kit.look.observe(link);

        assertThat(seen).extracting(Observation::vmId).containsExactly(guest);
    }

    @Test
    void hintIsFollowedSoon() {
        HostWatches watches = new HostWatches(kit.registry, kit.look, Duration.ofHours(1));
        try {
            await().until(watches::lookedAtAll);
            kit.provisioner.set(UUID.randomUUID(), GuestState.PAUSED);

            kit.provisioner.hint();

            await().until(() -> !seen.isEmpty());
        } finally {
            watches.deactivate();
            // what it still wrote would be found by the next test
            await().until(() -> !watches.watching());
        }
    }
}

package io.obox.host.internal.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.obox.event.Change;
import io.obox.event.Events;
import io.obox.host.Host;
import io.obox.host.HostEvents;
import io.obox.host.HostState;
import io.obox.host.access.HostAccess;
import io.obox.host.testkit.FakeProvisioner;
import io.obox.host.testkit.FakeService;
import io.obox.host.testkit.HostKit;
import io.obox.job.Place;
import io.obox.persistence.Transactions;
import io.obox.persistence.testkit.TestDatabase;
import io.obox.provisioner.spi.GuestState;
import io.obox.provisioner.spi.Observation;
import io.obox.provisioner.spi.PooledImage;
import io.obox.provisioner.spi.ProvisionException;
import io.obox.provisioner.spi.ProvisionException.Kind;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HostLookTest {
    private static final Transactions TABLES = HostKit.tables(TestDatabase.create());
    private static final ProvisionException SILENCE = new ProvisionException(Kind.UNREACHABLE, "No answer.");

    private final List<Observation> seen = new CopyOnWriteArrayList<>();
    private HostKit kit;

    @BeforeEach
    void setUp() {
        kit = HostKit.alone(TABLES);
        kit.look.addObserver(host -> host.equals(kit.id) ? seen::addAll : guests -> {});
    }

    @Test
    void hostThatDoesNotAnswerIsDownUntilItDoes() {
        kit.provisioner.failWith(SILENCE);
        kit.go();
        Host down = kit.host();
        assertThat(down.state()).isEqualTo(HostState.DOWN);
        assertThat(told().version()).hasValue(down.version());
        assertThat(told().since()).hasValue(down.version() - 1);
        assertThat(told().values()).containsEntry("state", "DOWN").containsEntry("name", down.name());

        kit.provisioner.failWith(null);
        kit.go();
        assertThat(kit.host().state()).isEqualTo(HostState.UP);
        assertThat(told().version()).hasValue(kit.host().version());
        assertThat(told().since()).isEmpty();
        assertThat(told().values())
                .containsEntry("state", "UP")
                .containsEntry("memoryMib", down.total().memoryMib())
                .doesNotContainKey("uri");
    }

    @Test
    void maintenanceIsKept() {
        kit.transactions.sql(
                connection -> connection.createStatement().executeUpdate("update host set state = 'MAINTENANCE'"));
        kit.go();
        kit.provisioner.failWith(SILENCE);
        kit.go();

        assertThat(kit.host().state()).isEqualTo(HostState.MAINTENANCE);
    }

    @Test
    void hostThatHasNeverAnsweredIsEnteredAsDownAndIsThatHostWhenItDoes() throws Exception {
        FakeProvisioner south = new FakeProvisioner();
        south.failWith(SILENCE);
        kit.registry.add(FakeService.reference(FakeService.bundle("1.0.0"), "south", 0), south);
        HostRound round = kit.round("south");

        round.go();
        UUID id = kit.named("south").id();
        assertThat(kit.named("south").state()).isEqualTo(HostState.DOWN);

        south.failWith(null);
        round.go();
        assertThat(kit.named("south").state()).isEqualTo(HostState.UP);
        assertThat(kit.named("south").id()).isEqualTo(id);
    }

    @Test
    void observersAreToldOfAllGuests() {
        UUID guest = UUID.randomUUID();
        kit.provisioner.set(guest, GuestState.RUNNING, "192.0.2.9");

        kit.go();

        assertThat(seen).extracting(Observation::vmId).containsExactly(guest);
    }

    @Test
    void observersAreToldOfAllImagesThatAHostKeeps() {
        AtomicReference<Collection<PooledImage>> kept = new AtomicReference<>(List.of());
        kit.look.addPoolObserver((host, images) -> {
            if (host.equals(kit.id)) {
                kept.set(images);
            }
        });
        PooledImage image = PooledImage.of(UUID.randomUUID(), "ab12", 7);
        kit.provisioner.keep(image);
        kit.go();
        assertThat(kept.get()).containsExactly(image);

        kit.provisioner.keep();
        kit.go();
        assertThat(kept.get()).isEmpty();
    }

    @Test
    void theQueueKnowsAtAnyTimeWhichHostsAreReached() {
        AtomicReference<Collection<Place>> reached = new AtomicReference<>(List.of());
        kit.reached.setPlaces(reached::set);
        assertThat(reached.get()).containsExactly(HostAccess.place(kit.id, HostKit.NAME));

        kit.provisioner.failWith(SILENCE);
        kit.go();
        assertThat(reached.get()).isEmpty();

        kit.provisioner.failWith(null);
        kit.go();
        assertThat(reached.get()).containsExactly(HostAccess.place(kit.id, HostKit.NAME));
    }

    @Test
    void hintIsFollowedSoon() throws Exception {
        HostWatches watches = kit.watches(Duration.ofHours(1));
        try {
            kit.leave();
            await().until(watches::done);
            kit.provisioner.set(UUID.randomUUID(), GuestState.PAUSED);

            kit.provisioner.hint();

            await().until(() -> !seen.isEmpty());
        } finally {
            watches.deactivate();
        }
    }

    @Test
    void hostWhoseBackendIsGoneIsDownAtOnce() throws Exception {
        HostWatches watches = kit.watches(Duration.ofHours(1));
        try {
            await().until(watches::done);
            assertThat(kit.host().state()).isEqualTo(HostState.UP);

            kit.registry.remove(kit.reference);

            await().atMost(Duration.ofSeconds(10)).until(() -> kit.host().state() == HostState.DOWN);
        } finally {
            watches.deactivate();
        }
    }

    @Test
    void anErrorOverAHostThatNobodyReachesEndsNoSearch() throws Exception {
        UUID unreached = UUID.randomUUID();
        CountDownLatch failed = new CountDownLatch(1);
        HostKit.set(kit.table, "events", (Events) change -> {
            if (change.objectId().equals(unreached)) {
                failed.countDown();
                throw new NoClassDefFoundError("io/obox/gone/Class");
            }
        });
        HostWatches watches = kit.watches(Duration.ofMillis(50));
        try {
            kit.transactions.sql(connection ->
                    connection.createStatement().executeUpdate("""
                    insert into host (id, name, backend, hypervisor, uri, state, cpus, memory_mib, storage_gib, accelerated,
                        abilities, used_vcpus, vms, seen_at, version)
                    values ('%s', 'gone', 'fake', '%s', 'fake://gone', 'UP', 4, 8192, 100, false, '', 0, 0, now(), 1)
                    """.formatted(unreached, UUID.randomUUID())));
            await().until(() -> failed.getCount() == 0);

            kit.registry.add(FakeService.reference(FakeService.bundle("1.0.0"), "south", 0), new FakeProvisioner());

            await().until(watches::done);
        } finally {
            watches.deactivate();
        }
    }

    private Change<?> told() {
        return kit.events.stream()
                .filter(change -> change.topic().equals(HostEvents.TOPIC))
                .filter(change -> change.objectId().equals(kit.id))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }
}

package io.obox.provisioner.simulated.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.obox.provisioner.spi.GuestState;
import io.obox.provisioner.spi.Observation;
import io.obox.provisioner.spi.Progress;
import io.obox.provisioner.spi.ProvisionException;
import io.obox.provisioner.spi.Target;
import io.obox.vm.PowerAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatedHostTest {
    @TempDir
    Path folder;

    private Ground ground;

    @BeforeEach
    void setUp() {
        ground = new Ground(folder);
    }

    @Test
    void guestOutlivesTheOneThatMadeIt() throws Exception {
        Target target = ground.target(UUID.randomUUID(), "one");
        Observation applied = ground.host("").apply(target, Progress.NONE);

        assertThat(ground.host("").observeAll()).containsExactly(applied);
    }

    @Test
    void twoProcessesSeeEachOthersChanges() throws Exception {
        SimulatedHost here = ground.host("");
        SimulatedHost there = ground.host("");
        Target target = ground.target(UUID.randomUUID(), "one");
        here.apply(target, Progress.NONE);
        assertThat(there.observeAll()).hasSize(1);

        here.power(target, PowerAction.STOP, Progress.NONE);
        assertThat(there.observeAll()).extracting(Observation::state).containsExactly(GuestState.STOPPED);

        there.power(target, PowerAction.START, Progress.NONE);
        assertThat(here.observeAll()).extracting(Observation::state).containsExactly(GuestState.RUNNING);

        there.destroy(target, Progress.NONE);
        assertThat(here.observeAll()).isEmpty();
    }

    @Test
    void hostIsWhoItIsByItsFolder(@TempDir Path elsewhere) throws Exception {
        UUID identity = ground.host("").identity();

        assertThat(ground.host("").identity()).isEqualTo(identity);
        assertThat(new Ground(elsewhere).host("").identity()).isNotEqualTo(identity);
        assertThat(ground.host("").observeAll()).isEmpty();
    }

    @Test
    void guestThatGoesTakesAlongWhatAKilledProcessLeftOfIt() throws Exception {
        Target target = ground.target(UUID.randomUUID(), "one");
        ground.host("").apply(target, Progress.NONE);
        Path half = Files.createFile(folder.resolve("host/." + target.vmId() + "4711.part"));
        Path another = Files.createFile(folder.resolve("host/." + UUID.randomUUID() + "4711.part"));

        ground.host("").destroy(target, Progress.NONE);

        assertThat(half).doesNotExist();
        assertThat(another).exists();
    }

    @Test
    void guestHasNoAddressBeforeItHasBooted() {
        Instant now = Instant.now();
        Guest guest = new Guest(
                UUID.randomUUID(),
                "one",
                1,
                64,
                1,
                "192.0.2.1",
                now.toEpochMilli(),
                now.toEpochMilli(),
                now.plusSeconds(5).toEpochMilli(),
                null,
                false,
                false,
                null);

        assertThat(guest.observe(now.plusSeconds(4)).addresses()).isEmpty();
        assertThat(guest.observe(now.plusSeconds(5)).addresses()).containsExactly("192.0.2.1");
    }

    @Test
    void guestThatIsAskedToShutDownGoesOffEvenIfNobodyWaits() throws Exception {
        Target target = ground.target(UUID.randomUUID(), "one");
        SimulatedHost host = ground.host("");
        host.apply(target, Progress.NONE);

        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> host.power(target, PowerAction.SHUTDOWN, Progress.NONE))
                .isInstanceOf(InterruptedException.class);

        Guest guest = ground.files().find(target.vmId()).orElseThrow();
        assertThat(guest.off(Instant.now().plusSeconds(1))).isTrue();
    }

    @Test
    void aGuestThatIsOffLeavesItsMemoryToOthers() throws Exception {
        SimulatedHost host = ground.host("", 64);
        Target one = ground.target(UUID.randomUUID(), "one");
        Target two = ground.target(UUID.randomUUID(), "two");
        host.apply(one, Progress.NONE);
        assertThatThrownBy(() -> host.apply(two, Progress.NONE)).isInstanceOf(ProvisionException.class);

        host.power(one, PowerAction.STOP, Progress.NONE);

        assertThat(host.apply(two, Progress.NONE).state()).isEqualTo(GuestState.RUNNING);
    }

    @Test
    void thousandGuestsHaveDistinctAddresses() throws Exception {
        GuestFiles files = ground.files();
        SimulatedHost host = ground.host("");
        for (int i = 0; i < 1000; i++) {
            UUID id = UUID.randomUUID();
            var taken = files.all().stream().map(Guest::address).collect(Collectors.toSet());
            files.write(new Guest(
                    id, "guest-" + i, 1, 64, 1, Addresses.free(taken, id), 0, 1L, 1L, null, false, false, null));
        }

        List<Observation> seen = host.observeAll();

        assertThat(seen).hasSize(1000);
        assertThat(seen.stream().flatMap(each -> each.addresses().stream()).distinct())
                .hasSize(1000);
    }

    @Test
    void faultsStrikeTheOperationsThatTheyName() throws Exception {
        SimulatedHost host = ground.host("create=fail, power=capacity:1, observe=unreachable:0");
        Target target = ground.target(UUID.randomUUID(), "one");

        assertThatThrownBy(() -> host.apply(target, Progress.NONE))
                .isInstanceOfSatisfying(
                        ProvisionException.class, e -> assertThat(e.kind()).isEqualTo(ProvisionException.Kind.FAILED));
        assertThatThrownBy(() -> host.power(target, PowerAction.STOP, Progress.NONE))
                .isInstanceOfSatisfying(
                        ProvisionException.class,
                        e -> assertThat(e.kind()).isEqualTo(ProvisionException.Kind.CAPACITY));
        assertThat(host.observeAll()).isEmpty();
    }

    @Test
    void faultThatCannotBeUnderstoodIsRefusedInWords() {
        assertThatThrownBy(() -> ground.host("creat=fail")).hasMessageContaining("no operation \"creat\"");
        assertThatThrownBy(() -> ground.host("create")).hasMessageContaining("operation=kind");
    }
}

package io.obox.host.internal.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.obox.host.HostState;
import io.obox.host.testkit.FakeProvisioner;
import io.obox.host.testkit.HostKit;
import io.obox.persistence.Transactions;
import io.obox.persistence.testkit.TestDatabase;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nodes whose clocks are wrong by an hour go by the database's. */
class WrongClockTest {
    @ParameterizedTest
    @ValueSource(ints = {-1, 1})
    void hostIsUpAndWatchedAsLongAsANodeReachesItWhateverThatNodesClockSays(int hours) {
        try (TestDatabase database = TestDatabase.withClock(Duration.ofHours(hours))) {
            Transactions tables = HostKit.tables(database);
            HostKit one = HostKit.node(tables, "one", new FakeProvisioner(UUID.randomUUID()));
            HostKit two = HostKit.node(tables, "two", new FakeProvisioner(UUID.randomUUID()));

            two.reach.sweep();
            assertThat(one.host().state()).isEqualTo(HostState.UP);
            assertThat(two.reach.watch(one.id)).isFalse();

            await().atMost(HostKit.LEASE.multipliedBy(10)).until(() -> {
                two.go();
                two.reach.sweep();
                return one.host().state() == HostState.DOWN;
            });
            assertThat(two.host().state()).isEqualTo(HostState.UP);
            assertThat(two.reach.watch(one.id)).isTrue();
        }
    }
}

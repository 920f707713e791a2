package io.obox.host.internal.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.obox.host.testkit.HostKit;
import io.obox.persistence.Transactions;
import io.obox.persistence.testkit.TestDatabase;
import io.obox.provisioner.spi.ProvisionException;
import io.obox.provisioner.spi.ProvisionException.Kind;
import io.obox.provisioner.spi.Provisioner;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HostCallsTest {
    private static final Transactions TABLES = HostKit.tables(TestDatabase.create());

    private final AtomicBoolean looked = new AtomicBoolean();
    private final AtomicInteger asked = new AtomicInteger();
    private HostKit kit;
    private HostCalls calls;

    @BeforeEach
    void setUp() {
        kit = HostKit.alone(TABLES);
        kit.leave();
        calls = new HostCalls(kit.registry, kit.reached, () -> {
            asked.incrementAndGet();
            return looked.get();
        });
    }

    @Test
    void callBeforeTheFirstLookWaitsForIt() throws Exception {
        CompletableFuture<UUID> answer = CompletableFuture.supplyAsync(() -> identity(kit.id));
        await().until(() -> asked.get() > 1 || answer.isDone());

        kit.go();

        assertThat(answer.get()).isEqualTo(kit.provisioner.identity());
    }

    @Test
    void hostThatTheFirstLookDidNotFindIsUnreachable() {
        CompletableFuture<UUID> answer = CompletableFuture.supplyAsync(() -> identity(UUID.randomUUID()));
        await().until(() -> asked.get() > 1 || answer.isDone());
        assertThat(answer).isNotDone();

        looked.set(true);

        assertThatThrownBy(answer::join)
                .rootCause()
                .isInstanceOfSatisfying(
                        ProvisionException.class, e -> assertThat(e.kind()).isEqualTo(Kind.UNREACHABLE));
    }

    @Test
    void callThatWaitsForTheFirstLookStopsWhereItsJobDoes() {
        assertThatThrownBy(() -> calls.call(
                        kit.id,
                        () -> {
                            if (asked.get() > 0) {
                                throw new InterruptedException("The job is to stop.");
                            }
                        },
                        Provisioner::identity))
                .isInstanceOf(InterruptedException.class);
    }

    private UUID identity(UUID host) {
        try {
            return calls.call(host, () -> {}, Provisioner::identity);
        } catch (ProvisionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

package io.obox.queue.internal;

import static io.obox.queue.internal.kit.Cluster.able;
import static io.obox.queue.internal.kit.Cluster.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.obox.job.Job;
import io.obox.job.JobState;
import io.obox.queue.internal.kit.Cluster;
import io.obox.queue.internal.kit.Node;
import io.obox.queue.internal.kit.TestHandler;
import io.obox.queue.internal.ledger.Claims;
import io.obox.queue.internal.ledger.Worker;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nodes whose clocks are wrong by an hour go by the database's. */
class WrongClockTest {
    @ParameterizedTest
    @ValueSource(ints = {-1, 1})
    void aJobIsDoneOnceAndTakenOnlyFromADeadWorkerWhateverTheNodesClocksSay(int hours) {
        try (Cluster cluster = Cluster.withoutRedis(Duration.ofHours(hours))) {
            Node web = cluster.node("web", 0);
            Job taken = web.jobs.submit(request("test", "taken"));
            Worker dead = new Worker(UUID.randomUUID(), "dead");
            assertThat(new Claims(cluster.transactions).claimInTurn(dead, Node.SHORT_LEASE, able("test"), 1))
                    .hasSize(1);
            List<Job> others = IntStream.range(0, 20)
                    .mapToObj(i -> web.jobs.submit(request("test", "n" + i)))
                    .toList();

            for (String name : List.of("one", "two")) {
                cluster.node(name, 2, Node.SHORT_LEASE).handle(new TestHandler("test", (args, context) -> {}));
            }

            assertThat(others)
                    .extracting(job ->
                            cluster.awaitState(job.id(), JobState.COMPLETED).attempt())
                    .containsOnly(1);
            assertThat(cluster.job(taken.id()).state())
                    .as("while its lease lasts")
                    .isEqualTo(JobState.RUNNING);
            assertThat(cluster.awaitState(taken.id(), JobState.COMPLETED).attempt())
                    .isEqualTo(2);
        }
    }
}

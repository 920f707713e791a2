package io.obox.queue.internal;

import static io.obox.queue.internal.kit.Cluster.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.obox.persistence.testkit.CountedSockets;
import io.obox.queue.internal.kit.Cluster;
import io.obox.queue.internal.kit.Node;
import io.obox.queue.internal.kit.TestHandler;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How often the database is asked for each job: each statement is a round trip, and takes time of both sides. */
class JobStatementsTest {
    private static final int JOBS = 1000;

    @Test
    void submittingAJob() {
        try (Cluster cluster = Cluster.withoutRedis()) {
            Node node = cluster.node("one", 0);
            node.jobs.submit(request("test", "it"));
            long before = CountedSockets.sent();
            node.jobs.submit(request("test", "it"));
            assertThat(CountedSockets.sent() - before)
                    .as("begin, the job, commit")
                    .isEqualTo(3);
        }
    }

    @Test
    void jobsAreClaimedAndCompletedManyAtOnce() {
        try (Cluster cluster = Cluster.withRedis()) {
            Node node = cluster.node("one", 8);
            IntStream.range(0, JOBS).forEach(i -> node.jobs.submit(request("test", "it")));
            long before = CountedSockets.sentByAll();
            node.handle(new TestHandler("test", (args, context) -> {}));
            await().pollInterval(Duration.ofMillis(200))
                    .until(() -> cluster.number("SELECT count(*) FROM job WHERE finished_at IS NULL") == 0);
            assertThat((CountedSockets.sentByAll() - before) / (double) JOBS)
                    .as("statements for each job")
                    .isLessThan(0.6);
        }
    }
}

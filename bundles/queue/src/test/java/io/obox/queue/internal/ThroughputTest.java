package io.obox.queue.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.obox.job.Job;
import io.obox.job.JobState;
import io.obox.queue.internal.kit.Cluster;
import io.obox.queue.internal.kit.Node;
import io.obox.queue.internal.kit.TestHandler;
import org.junit.jupiter.api.Test;

class ThroughputTest {
    @Test
    void aJobRunsFromSubmissionToCompletion() {
        try (Cluster cluster = Cluster.withRedis()) {
            Node node = cluster.node("one", 2);
            node.handle(new TestHandler("test", (args, context) -> context.log("did " + args.text())));
            Job job = node.jobs.submit(Cluster.request("test", "it"));
            Job done = cluster.awaitState(job.id(), JobState.COMPLETED);
            assertThat(done.progress().percent()).isEqualTo(100);
        }
    }
}

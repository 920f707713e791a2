package io.obox.queue.internal.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A table into which each attempt writes a row, so that work done twice is seen. */
public final class Effects {
    private final Cluster cluster;

    public Effects(Cluster cluster) {
        this.cluster = cluster;
        cluster.execute("CREATE TABLE effect (job uuid)");
    }

    /** A handler that does nothing else. */
    public TestHandler handler(String kind) {
        return new TestHandler(
                kind, (args, context) -> cluster.execute("INSERT INTO effect VALUES (?)", context.jobId()));
    }

    /** Waits until so many jobs are completed, and looks whether each of them had its effect once. */
    public void awaitEach(int jobs) {
        await().until(() -> cluster.number("SELECT count(*) FROM job WHERE state = 'COMPLETED'") >= jobs);
        assertThat(cluster.number("SELECT count(*) FROM job WHERE state = 'COMPLETED'"))
                .isEqualTo(jobs);
        assertThat(cluster.number("SELECT count(DISTINCT job) FROM effect")).isEqualTo(jobs);
        assertThat(cluster.number("SELECT count(*) FROM effect")).isEqualTo(jobs);
    }
}

package io.obox.queue.internal;

import static io.obox.queue.internal.kit.Cluster.OWNER;
import static io.obox.queue.internal.kit.Cluster.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.obox.job.IdempotencyKey;
import io.obox.job.Job;
import io.obox.job.JobFilter;
import io.obox.page.PageRequest;
import io.obox.queue.internal.kit.Callers;
import io.obox.queue.internal.kit.Cluster;
import io.obox.queue.internal.kit.Node;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FinishedJobsTest {
    private final Cluster cluster = Cluster.withoutRedis();
    private final Node node = cluster.node("web", 0);

    @AfterEach
    void close() {
        cluster.close();
    }

    @Test
    void finishedJobsAndTheirLogsGoAfterTheirTime() {
        UUID old = finished("old", 31);
        UUID young = finished("young", 29);
        UUID waiting = submitted("waiting", 400);
        for (UUID id : List.of(old, young)) {
            cluster.execute("INSERT INTO job_log VALUES (?, 1, now(), 1, 'line')", id);
        }
        FinishedJobs retention = new FinishedJobs(30, 0, cluster.transactions);

        assertThat(retention.deleteAged(10)).isEqualTo(1);
        assertThat(left()).containsExactlyInAnyOrder(young, waiting);
        assertThat(cluster.number("SELECT count(*) FROM job_log")).isEqualTo(1);
        assertThat(retention.deleteAged(10)).isZero();
    }

    @Test
    void whatNobodySetsIsThirtyDaysAndAHundredThousandJobs() throws Exception {
        assertThat(QueueSettings.class.getMethod("keepDays").getDefaultValue()).isEqualTo(30);
        assertThat(QueueSettings.class.getMethod("keepJobs").getDefaultValue()).isEqualTo(100_000);
    }

    @Test
    void beyondTheirNumberTheOldestGoInSmallBites() {
        List<UUID> all = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            all.add(finished("n" + i, 1));
        }
        UUID waiting = submitted("waiting", 1);
        FinishedJobs retention = new FinishedJobs(30, 3, cluster.transactions);

        assertThat(retention.deleteAged(3)).isEqualTo(3);
        assertThat(left()).contains(all.get(3)).doesNotContain(all.get(2));
        assertThat(retention.deleteAged(3)).isEqualTo(1);
        assertThat(retention.deleteAged(3)).isZero();
        assertThat(left()).containsExactlyInAnyOrder(all.get(4), all.get(5), all.get(6), waiting);
    }

    @Test
    void whatIsStillNeededStays() {
        UUID untold = finished("untold", 50);
        cluster.execute("UPDATE job SET ending_due = now() WHERE id = ?", untold);
        Job keyed = node.jobs.submit(
                request("test", "keyed").withIdempotencyKey(new IdempotencyKey(OWNER, "key", List.of())));
        cluster.execute("UPDATE job SET state = 'COMPLETED', finished_at = now() WHERE id = ?", keyed.id());
        finished("newest", 0);
        FinishedJobs retention = new FinishedJobs(30, 1, cluster.transactions);

        assertThat(retention.deleteAged(10)).isZero();
        cluster.execute("UPDATE job SET created_at = now() - interval '25 hours' WHERE id = ?", keyed.id());
        assertThat(retention.deleteAged(10)).isEqualTo(1);
        assertThat(left()).contains(untold).doesNotContain(keyed.id());
    }

    @Test
    void nothingGoesWhereNoBoundsAreSet() {
        finished("old", 4000);
        assertThat(new FinishedJobs(0, 0, cluster.transactions).deleteAged(10)).isZero();
    }

    private List<UUID> left() {
        return node.jobs.list(Callers.ADMIN, JobFilter.ANY, PageRequest.first()).items().stream()
                .map(Job::id)
                .toList();
    }

    private UUID finished(String text, int days) {
        UUID id = submitted(text, days);
        cluster.execute(
                "UPDATE job SET state = 'COMPLETED', finished_at = now() - ? * interval '1 day' WHERE id = ?",
                days,
                id);
        return id;
    }

    /** A job with the id that it would have had then. */
    private UUID submitted(String text, int days) {
        UUID made = node.jobs.submit(request("test", text)).id();
        long then = Instant.now().minusSeconds(days * 86_400L).toEpochMilli();
        UUID id = new UUID(then << 16 | made.getMostSignificantBits() & 0xffff, made.getLeastSignificantBits());
        cluster.execute("UPDATE job SET id = ? WHERE id = ?", id, made);
        return id;
    }
}

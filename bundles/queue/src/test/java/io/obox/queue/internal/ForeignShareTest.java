package io.obox.queue.internal;

import static io.obox.queue.internal.kit.Cluster.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.obox.job.Job;
import io.obox.job.JobRequest;
import io.obox.job.JobState;
import io.obox.job.RetryPolicy;
import io.obox.job.Subject;
import io.obox.problem.Problem;
import io.obox.queue.internal.kit.Callers;
import io.obox.queue.internal.kit.Cluster;
import io.obox.queue.internal.kit.Node;
import io.obox.queue.internal.kit.TestHandler;
import io.obox.queue.internal.kit.TestHandler.Args;
import io.obox.queue.internal.kit.Whiteboard;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;

/** How much of what all bundles use the code of one bundle can take, be it as bad as it likes. */
class ForeignShareTest {
    private final Cluster cluster = Cluster.withoutRedis();
    private final Bundle greedy = Whiteboard.bundle("org.example.greedy");
    private final AtomicInteger spinning = new AtomicInteger();
    private volatile boolean end;

    @AfterEach
    void close() {
        end = true;
        cluster.close();
    }

    private void spin() {
        spinning.incrementAndGet();
        while (!end) {
            Thread.onSpinWait();
        }
    }

    private TestHandler spinningWhenTold(String kind) {
        return new TestHandler(kind, (args, context) -> {}) {
            @Override
            public void ended(Args args, JobState state, @Nullable Problem problem) {
                spin();
            }
        };
    }

    private static TestHandler plain() {
        return new TestHandler("test", (args, context) -> {});
    }

    private Job later(Node node, String kind) {
        return node.jobs.submit(request(kind, "it").withDueAt(Instant.now().plusSeconds(600)));
    }

    @Test
    void handlersThatHangWhenTheyAreAskedKeepNoOtherBundlesFromBeingKnown() {
        Node node = cluster.node("one", 1);
        for (int i = 0; i < 4; i++) {
            node.handle(
                    new TestHandler("hangs" + i, (args, context) -> {}) {
                        @Override
                        public RetryPolicy retryPolicy() {
                            spin();
                            return super.retryPolicy();
                        }
                    },
                    greedy,
                    0);
        }
        node.handle(plain());
        Job job = node.jobs.submit(request("test", "it"));
        cluster.awaitState(job.id(), JobState.COMPLETED);
    }

    @Test
    void aDomainThatSpinsOverOwedEndsKeepsNoOtherJobsFromBeingGivenUp() {
        Node node = cluster.node("one", 1);
        node.handle(spinningWhenTold("spin"), greedy, 0);
        for (int i = 0; i < 8; i++) {
            cluster.execute(
                    "UPDATE job SET state = 'CANCELLED', finished_at = now(), ending_due = now() WHERE id = ?",
                    later(node, "spin").id());
        }
        await().during(Duration.ofSeconds(2)).until(() -> spinning.get() > 0);
        Job lost = later(node, "test");
        cluster.execute(
                "UPDATE job SET state = 'RUNNING', attempt = 1, max_attempts = 1, worker = id, node = 'gone',"
                        + " started_at = now(), lease_until = '-infinity' WHERE id = ?",
                lost.id());
        Job ended = cluster.awaitState(lost.id(), JobState.DISCARDED);
        assertThat(Objects.requireNonNull(ended.problem()).slug()).isEqualTo("worker-died");
    }

    @Test
    void aDomainThatSpinsKeepsOnlyAFewConnectionsAndItsJobsEndAllTheSame() {
        Node node = cluster.node("one", 5);
        node.handle(spinningWhenTold("spin"), greedy, 0);
        for (int i = 0; i < 5; i++) {
            node.jobs.submit(request("spin", "it"));
        }
        await().until(() -> cluster.number("SELECT count(*) FROM job WHERE state = 'COMPLETED'") == 3);
        Job waiting = later(node, "spin");
        assertThat(node.jobs.cancel(Callers.ADMIN, waiting.id()).state()).isEqualTo(JobState.CANCELLED);
        assertThat(spinning).hasValue(2);
        assertThat(cluster.number("SELECT count(*) FROM job WHERE ending_due IS NOT NULL"))
                .isEqualTo(4);
    }

    @Test
    void anEndThatCouldNotBeToldAtOnceIsToldWhenThereIsRoom() {
        Node node = cluster.node("one", 3);
        List<String> told = new CopyOnWriteArrayList<>();
        node.handle(
                new TestHandler("test", (args, context) -> {}) {
                    @Override
                    public void ended(Args args, JobState state, @Nullable Problem problem) {
                        spin();
                        told.add(args.text());
                    }
                },
                greedy,
                0);
        for (String text : List.of("one", "other", "third")) {
            node.jobs.submit(request("test", text));
        }
        await().until(() -> cluster.number("SELECT count(*) FROM job WHERE state = 'COMPLETED'") == 1);
        end = true;
        await().until(() -> told.size() == 3);
        await().until(() -> cluster.number("SELECT count(*) FROM job WHERE ending_due IS NULL") == 3);
    }

    @Test
    void theJobsOfASubjectAreCancelledWhateverDomainsOfOtherBundlesMakeOfIt() {
        Node node = cluster.node("web", 0);
        node.handle(spinningWhenTold("spin"), greedy, 0);
        node.handle(
                new TestHandler("fails", (args, context) -> {}) {
                    @Override
                    public void ended(Args args, JobState state, @Nullable Problem problem) {
                        throw new IllegalStateException("no");
                    }
                },
                greedy,
                0);
        List<String> told = new CopyOnWriteArrayList<>();
        node.handle(
                new TestHandler("own", (args, context) -> {}) {
                    @Override
                    public void ended(Args args, JobState state, @Nullable Problem problem) {
                        told.add(args.text() + " " + state);
                    }
                },
                Whiteboard.bundle("io.obox.vm"),
                0);
        Subject subject = new Subject("vm", UUID.randomUUID(), "it");
        for (String kind : List.of("spin", "own", "fails")) {
            node.jobs.submit(JobRequest.of(kind, subject, new Args(kind), Cluster.OWNER));
        }

        node.jobs.cancelAll(subject.id());

        assertThat(cluster.number("SELECT count(*) FROM job WHERE state = 'CANCELLED'"))
                .isEqualTo(3);
        assertThat(cluster.number("SELECT count(*) FROM job WHERE ending_due IS NOT NULL"))
                .isEqualTo(2);
        assertThat(told).containsExactly("own CANCELLED");
        assertThat(spinning).hasValue(0);
    }
}

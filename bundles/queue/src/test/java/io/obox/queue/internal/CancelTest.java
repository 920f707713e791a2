package io.obox.queue.internal;

import static io.obox.queue.internal.kit.Cluster.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.obox.job.Job;
import io.obox.job.JobFailure;
import io.obox.job.JobRequest;
import io.obox.job.JobState;
import io.obox.job.RetryPolicy;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.queue.internal.kit.Callers;
import io.obox.queue.internal.kit.Cluster;
import io.obox.queue.internal.kit.Node;
import io.obox.queue.internal.kit.TestHandler;
import io.obox.user.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CancelTest {
    private static final Caller ADMIN = Callers.ADMIN;
    private final List<String> ends = new CopyOnWriteArrayList<>();
    private final AtomicInteger began = new AtomicInteger();
    private final AtomicInteger interrupted = new AtomicInteger();

    private TestHandler patient() {
        return new TestHandler("test", (args, context) -> {
            began.incrementAndGet();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.incrementAndGet();
                throw e;
            }
        }) {
            @Override
            public void ended(Args args, JobState state, @Nullable Problem problem) {
                ends.add(args.text() + " " + state + " " + problem);
            }
        };
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRunningJobIsStoppedOnWhicheverNodeItRuns(boolean redis) {
        try (Cluster cluster = redis ? Cluster.withRedis() : Cluster.withoutRedis()) {
            Node web = cluster.node("web", 0);
            cluster.node("worker", 2).handle(patient());
            Job job = web.jobs.submit(request("test", "it"));
            await().until(() -> began.get() == 1);

            assertThat(web.jobs.cancel(ADMIN, job.id()).state()).isEqualTo(JobState.RUNNING);
            Job cancelled = cluster.awaitState(job.id(), JobState.CANCELLED);
            assertThat(cancelled.problem()).isNull();
            assertThat(cancelled.finishedAt()).isNotNull();
            assertThat(interrupted).hasValue(1);
            assertThat(ends).containsExactly("it CANCELLED null");
            assertThat(web.jobs.cancel(ADMIN, job.id())).isEqualTo(cancelled);
        }
    }

    @Test
    void aWaitingJobIsCancelledAtOnceAndItsDomainIsTold() {
        try (Cluster cluster = Cluster.withoutRedis()) {
            Node web = cluster.node("web", 0);
            web.handle(patient());
            Job available = web.jobs.submit(request("test", "available"));
            Job scheduled = web.jobs.submit(
                    request("test", "scheduled").withDueAt(Instant.now().plusSeconds(600)));
            assertThat(web.jobs.cancel(ADMIN, available.id()).state()).isEqualTo(JobState.CANCELLED);
            assertThat(web.jobs.cancel(ADMIN, scheduled.id()).state()).isEqualTo(JobState.CANCELLED);
            assertThat(ends).containsExactly("available CANCELLED null", "scheduled CANCELLED null");
        }
    }

    @Test
    void aDomainThatWasAwayIsToldWhenItsHandlerIsBack() {
        try (Cluster cluster = Cluster.withoutRedis()) {
            Node web = cluster.node("web", 0);
            Job job = web.jobs.submit(request("test", "it"));
            web.jobs.cancel(ADMIN, job.id());
            assertThat(cluster.number("SELECT count(*) FROM job WHERE ending_due IS NOT NULL"))
                    .isEqualTo(1);
            cluster.node("worker", 1).handle(patient());
            await().until(() -> cluster.number("SELECT count(*) FROM job WHERE ending_due IS NOT NULL") == 0);
            assertThat(ends).containsExactly("it CANCELLED null");
        }
    }

    @Test
    void aJobBetweenAttemptsCanBeCancelled() {
        try (Cluster cluster = Cluster.withoutRedis()) {
            Node node = cluster.node("one", 1);
            node.handle(new TestHandler("test", (args, context) -> {
                        throw new JobFailure(Problem.stateConflict("no"), true);
                    })
                    .with(new RetryPolicy(3, Duration.ofHours(1), Duration.ZERO)));
            Job job = node.jobs.submit(request("test", "it"));
            cluster.awaitState(job.id(), JobState.RETRYABLE);
            assertThat(node.jobs.cancel(ADMIN, job.id()).state()).isEqualTo(JobState.CANCELLED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ends", "fails"})
    void aJobThatIsCancelledWhileItsHandlerJustEndsOrFailsIsCancelled(String how) {
        try (Cluster cluster = Cluster.withoutRedis()) {
            Node node = cluster.node("one", 1);
            node.handle(new TestHandler("test", (args, context) -> {
                // the mark only, which the attempt does not see before its end
                cluster.execute("UPDATE job SET cancel_requested = true WHERE id = ?", context.jobId());
                if (args.text().equals("fails")) {
                    throw new JobFailure(Problem.stateConflict("no"), true);
                }
            }));
            UUID id = node.jobs.submit(request("test", how)).id();
            Job cancelled = cluster.awaitState(id, JobState.CANCELLED);
            assertThat(cancelled.problem()).isNull();
            assertThat(cancelled.attempt()).isEqualTo(1);
            assertThat(cancelled.progress().percent()).isZero();
            assertThat(cancelled.finishedAt()).isNotNull();
        }
    }

    @Test
    void everyUnfinishedJobOfASubjectIsCancelledInItsDomainsTransaction() {
        try (Cluster cluster = Cluster.withoutRedis()) {
            Node node = cluster.node("web", 0);
            Job one = node.jobs.submit(request("test", "one"));
            Job other = node.jobs.submit(request("test", "other"));
            assertThatThrownBy(() -> cluster.transactions.sql(connection -> {
                        node.jobs.cancelAll(one.subject().id());
                        throw new IllegalStateException("rolled back");
                    }))
                    .hasMessage("rolled back");
            assertThat(cluster.job(one.id()).state()).isEqualTo(JobState.AVAILABLE);

            node.jobs.cancelAll(one.subject().id());
            assertThat(cluster.job(one.id()).state()).isEqualTo(JobState.CANCELLED);
            assertThat(cluster.job(other.id()).state()).isEqualTo(JobState.AVAILABLE);
        }
    }

    @Test
    void aJobTakesThePlaceOfTheOthersOfItsSubject() {
        try (Cluster cluster = Cluster.withoutRedis()) {
            Node node = cluster.node("web", 0);
            JobRequest asked = request("test", "it");
            Job former = node.jobs.submit(asked);
            Job another = node.jobs.submit(asked);
            Job next = node.jobs.submit(asked);

            node.jobs.cancelOthers(next.subject().id(), next.id());

            assertThat(List.of(former, another, next))
                    .extracting(job -> cluster.job(job.id()).state())
                    .containsExactly(JobState.CANCELLED, JobState.CANCELLED, JobState.AVAILABLE);
        }
    }

    @Test
    void aFinishedJobIsNotCancelledButOneThatWasGivenUpMayBeginAnew() {
        try (Cluster cluster = Cluster.withoutRedis()) {
            Node node = cluster.node("one", 1);
            AtomicInteger runs = new AtomicInteger();
            node.handle(new TestHandler("test", (args, context) -> {
                if (runs.incrementAndGet() == 1) {
                    throw new JobFailure(Problem.stateConflict("no"), false);
                }
            }));
            UUID id = node.jobs.submit(request("test", "it")).id();
            cluster.awaitState(id, JobState.DISCARDED);
            assertThatThrownBy(() -> node.jobs.cancel(ADMIN, id))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            e -> assertThat(e.problem().slug()).isEqualTo("state-conflict"));

            Job anew = node.jobs.retry(ADMIN, id);
            assertThat(anew.attempt()).isZero();
            assertThat(anew.problem()).isNull();
            assertThat(anew.finishedAt()).isNull();
            Job done = cluster.awaitState(id, JobState.COMPLETED);
            assertThat(done.attempt()).isEqualTo(1);
            assertThatThrownBy(() -> node.jobs.retry(ADMIN, id)).isInstanceOfSatisfying(ProblemException.class, e -> {
                assertThat(e.problem().slug()).isEqualTo("state-conflict");
                assertThat(e.problem().remedy()).contains("DISCARDED or CANCELLED");
            });
        }
    }

    @Test
    void aCancelledJobMayBeginAnew() {
        try (Cluster cluster = Cluster.withoutRedis()) {
            Node node = cluster.node("web", 0);
            UUID id = node.jobs.submit(request("test", "it")).id();
            node.jobs.cancel(ADMIN, id);
            assertThat(node.jobs.retry(ADMIN, id).state()).isEqualTo(JobState.AVAILABLE);
        }
    }
}

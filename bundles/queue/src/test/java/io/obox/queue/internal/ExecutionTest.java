package io.obox.queue.internal;

import static io.obox.queue.internal.kit.Cluster.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.obox.job.Job;
import io.obox.job.JobFailure;
import io.obox.job.JobLogLine;
import io.obox.job.JobProgress;
import io.obox.job.JobState;
import io.obox.job.RetryPolicy;
import io.obox.message.Message;
import io.obox.page.PageRequest;
import io.obox.problem.Problem;
import io.obox.queue.internal.kit.Callers;
import io.obox.queue.internal.kit.Cluster;
import io.obox.queue.internal.kit.Node;
import io.obox.queue.internal.kit.TestHandler;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExecutionTest {
    private static final Problem NO = Problem.of("no-luck", "No luck", 409, "It did not work out.");

    private final Cluster cluster = Cluster.withRedis();
    private final Node node = cluster.node("one", 4);

    @AfterEach
    void close() {
        cluster.close();
    }

    @Test
    void aDoneJobIsCompletedWithItsLog() {
        node.handle(new TestHandler("test", (args, context) -> {
            context.progress(40, "halfway");
            context.log("working on " + args.text());
            context.log("nearly there");
        }));
        Job done = run("it");
        assertThat(done.state()).isEqualTo(JobState.COMPLETED);
        assertThat(done.progress().percent()).isEqualTo(100);
        assertThat(done.progress().step()).isEqualTo("halfway");
        assertThat(done.attempt()).isEqualTo(1);
        assertThat(done.node()).isEqualTo("one");
        assertThat(done.startedAt()).isNotNull();
        assertThat(done.finishedAt()).isNotNull();
        assertThat(log(done)).extracting(JobLogLine::seq).containsExactly(1L, 2L);
        assertThat(log(done)).extracting(JobLogLine::text).containsExactly("working on it", "nearly there");
        await().untilAsserted(() -> assertThat(node.events)
                .anySatisfy(event -> assertThat(event.objectId()).isEqualTo(done.id())));
        await().untilAsserted(() -> assertThat(node.events)
                .anySatisfy(event -> assertThat(event.values())
                        .containsEntry("state", "COMPLETED")
                        .containsEntry("attempt", 1L)
                        .containsEntry("finishedAt", String.valueOf(done.finishedAt()))
                        .containsEntry("progress", withoutCode(100, "halfway"))));
    }

    private static Map<String, @Nullable Object> withoutCode(int percent, String step) {
        Map<String, @Nullable Object> progress = new HashMap<>();
        progress.put("percent", percent);
        progress.put("step", step);
        progress.put("stepCode", null);
        progress.put("stepArgs", Map.of());
        return progress;
    }

    @Test
    void progressIsShownWhileAJobRunsAndNeverGoesBack() {
        CountDownLatch high = new CountDownLatch(1);
        CountDownLatch low = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        node.handle(new TestHandler("test", (args, context) -> {
            context.progress(70, "up");
            high.await();
            context.progress(30, "down");
            low.countDown();
            end.await();
        }));
        Job job = node.jobs.submit(request("test", "it"));
        await().untilAsserted(() ->
                assertThat(cluster.job(job.id()).progress().percent()).isEqualTo(70));
        high.countDown();
        await().untilAsserted(() ->
                assertThat(cluster.job(job.id()).progress().step()).isEqualTo("down"));
        assertThat(cluster.job(job.id()).progress().percent()).isEqualTo(70);
        end.countDown();
        cluster.awaitState(job.id(), JobState.COMPLETED);
    }

    @Test
    void whatAnAttemptSaysKeepsItsCodeAndArguments() {
        Message step = new Message("test.halfway", Map.of("host", "north"), "halfway on north");
        Message line = new Message("test.working", Map.of("count", 3), "working on 3");
        node.handle(new TestHandler("test", (args, context) -> {
            context.progress(40, step);
            context.log(line);
            context.log("only in English");
        }));
        Job done = run("it");

        assertThat(done.progress().stepCode()).isEqualTo("test.halfway");
        assertThat(done.progress().stepArgs()).isEqualTo(Map.of("host", "north"));
        assertThat(log(done))
                .extracting(JobLogLine::text, JobLogLine::code, JobLogLine::args)
                .containsExactly(
                        tuple("working on 3", "test.working", Map.of("count", 3)),
                        tuple("only in English", null, Map.of()));
    }

    @Test
    void aStepThatAVersionWithoutCodesWroteHasNone() {
        node.handle(new TestHandler(
                "test", (args, context) -> context.progress(40, new Message("test.halfway", Map.of(), "halfway"))));
        Job done = run("it");
        cluster.execute("UPDATE job SET step = 'nearly done' WHERE id = ?", done.id());

        assertThat(cluster.job(done.id()).progress()).isEqualTo(new JobProgress(100, "nearly done"));
    }

    @Test
    void aFailedAttemptIsSaidByCodeWithTheReasonWithin() {
        node.handle(new TestHandler("test", (args, context) -> {
            throw new JobFailure(NO, false);
        }));
        JobLogLine line = log(run("it")).getFirst();

        assertThat(line.code()).isEqualTo("job.attempt-failed");
        assertThat(line.args())
                .containsEntry("attempt", 1)
                .extractingByKey("reason")
                .hasFieldOrPropertyWithValue("text", NO.detail());
    }

    @Test
    void aFailedAttemptIsFollowedByAnotherAndTheLogGoesOn() {
        node.handle(new TestHandler("test", (args, context) -> {
            context.log("attempt " + context.attempt());
            if (context.attempt() < 3) {
                throw new JobFailure(NO, true);
            }
        }));
        Job done = run("it");
        assertThat(done.state()).isEqualTo(JobState.COMPLETED);
        assertThat(done.attempt()).isEqualTo(3);
        assertThat(done.problem()).isNull();
        assertThat(log(done)).extracting(JobLogLine::seq).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(log(done)).extracting(JobLogLine::attempt).containsExactly(1, 1, 2, 2, 3);
        assertThat(log(done).get(1).text()).isEqualTo("Attempt 1 of 3 failed: It did not work out.");
    }

    @Test
    void betweenAttemptsIsThePauseThatTheHandlerAsksFor() {
        node.handle(new TestHandler("test", (args, context) -> {
                    throw new JobFailure(NO, true);
                })
                .with(new RetryPolicy(2, Duration.ofHours(1), Duration.ofSeconds(1))));
        Job job = node.jobs.submit(request("test", "it"));
        Job waiting = cluster.awaitState(job.id(), JobState.RETRYABLE);
        assertThat(waiting.problem()).isEqualTo(NO);
        assertThat(Duration.between(job.createdAt(), waiting.scheduledAt()))
                .isBetween(Duration.ofMinutes(48), Duration.ofMinutes(73));
    }

    @Test
    void pausesGrowWhereTheHandlerAsksForIt() {
        node.handle(new TestHandler("test", (args, context) -> {
                    throw new JobFailure(NO, true);
                })
                .with(new RetryPolicy(9, Duration.ofHours(1), Duration.ofSeconds(1))
                        .withBackoffUpTo(Duration.ofHours(3))));
        Job job = node.jobs.submit(request("test", "it"));
        for (int hours : new int[] {1, 2, 3, 3}) {
            Job waiting = cluster.awaitState(job.id(), JobState.RETRYABLE);
            assertThat(Duration.between(Instant.now(), waiting.scheduledAt()))
                    .isBetween(Duration.ofMinutes(hours * 48L - 2), Duration.ofMinutes(hours * 72L));
            int attempt = waiting.attempt();
            cluster.execute("update job set due_at = now() where id = ?", job.id());
            await().until(() -> cluster.job(job.id()).attempt() > attempt);
        }
    }

    @Test
    void aJobIsGivenUpAfterItsLastAttemptOrAtOnceIfThatIsHopeless() {
        node.handle(new TestHandler("test", (args, context) -> {
            throw new JobFailure(NO, !args.text().equals("hopeless"));
        }));
        Job spent = run("spent");
        assertThat(spent.state()).isEqualTo(JobState.DISCARDED);
        assertThat(spent.attempt()).isEqualTo(3);
        assertThat(spent.problem()).isEqualTo(NO);
        Job hopeless = run("hopeless");
        assertThat(hopeless.attempt()).isEqualTo(1);
        assertThat(hopeless.state()).isEqualTo(JobState.DISCARDED);
    }

    @Test
    void theSubmitterMayAskForFewerAttempts() {
        node.handle(new TestHandler("test", (args, context) -> {
            throw new JobFailure(NO, true);
        }));
        Job job = node.jobs.submit(
                request("test", "it").toBuilder().maxAttempts(1).build());
        Job ended = cluster.awaitState(job.id(), JobState.DISCARDED);
        assertThat(ended.attempt()).isEqualTo(1);
        assertThat(ended.maxAttempts()).isEqualTo(1);
    }

    @Test
    void aBugIsShownWithAnIncidentAndNothingElse() {
        node.handle(new TestHandler("test", (args, context) -> {
                    throw new IllegalStateException("secret of the house");
                })
                .with(new RetryPolicy(1, Duration.ZERO, Duration.ZERO)));
        Problem problem = Objects.requireNonNull(run("it").problem());
        assertThat(problem.slug()).isEqualTo("internal");
        assertThat(problem.incident()).isNotBlank();
        assertThat(problem.toString()).doesNotContain("secret of the house");
    }

    @Test
    void theDomainIsToldInTheTransactionThatEndsTheJob() {
        cluster.execute("CREATE TABLE told (job text, state text)");
        node.handle(new Telling((args, context) -> {
            if (args.text().equals("bad")) {
                throw new JobFailure(NO, false);
            }
        }));
        assertThat(run("good").state()).isEqualTo(JobState.COMPLETED);
        assertThat(run("bad").state()).isEqualTo(JobState.DISCARDED);
        assertThat(cluster.number("SELECT count(*) FROM told WHERE (job, state) IN (('good', 'COMPLETED'), ('bad',"
                        + " 'DISCARDED'))"))
                .isEqualTo(2);
    }

    @Test
    void aDomainThatFailsOverADoneJobMakesItFail() {
        cluster.execute("CREATE TABLE told (job text, state text CHECK (state <> 'COMPLETED'))");
        node.handle(new Telling((args, context) -> {}));
        Job ended = run("it");
        assertThat(ended.state()).isEqualTo(JobState.DISCARDED);
        assertThat(ended.attempt()).isEqualTo(3);
        assertThat(cluster.number("SELECT count(*) FROM told WHERE state = 'DISCARDED'"))
                .isEqualTo(1);
    }

    @Test
    void aDomainThatFailsOverAFailedJobIsToldAgain() {
        cluster.execute("CREATE TABLE told (job text, state text CHECK (state <> 'DISCARDED'))");
        node.handle(new Telling((args, context) -> {
            throw new JobFailure(NO, false);
        }));
        Job ended = run("it");
        assertThat(ended.problem()).isEqualTo(NO);
        cluster.execute("DROP TABLE told");
        cluster.execute("CREATE TABLE told (job text, state text)");
        cluster.execute("UPDATE job SET ending_due = now()");
        await().until(() -> cluster.number("SELECT count(*) FROM told") == 1);
    }

    @Test
    void noMoreRunAtOnceThanThereAreWorkersAndThatMayChange() {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch end = new CountDownLatch(1);
        node.handle(new TestHandler("test", (args, context) -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            end.await();
            running.decrementAndGet();
        }));
        for (int i = 0; i < 12; i++) {
            node.jobs.submit(request("test", "n" + i));
        }
        await().until(() -> running.get() == 4);
        await().during(Duration.ofMillis(300)).until(() -> running.get() == 4);
        node.worker.retune(Node.tuning("one", 7));
        await().until(() -> running.get() == 7);
        await().during(Duration.ofMillis(300)).until(() -> running.get() == 7);
        end.countDown();
        await().until(() -> cluster.number("SELECT count(*) FROM job WHERE state = 'COMPLETED'") == 12);
        assertThat(most).hasValue(7);
    }

    @Test
    void workGoesOnWhereItWasWhenTheDatabaseComesBack() {
        AtomicInteger runs = new AtomicInteger();
        CountDownLatch away = new CountDownLatch(1);
        node.handle(new TestHandler("test", (args, context) -> {
            runs.incrementAndGet();
            away.await();
        }));
        Job job = node.jobs.submit(request("test", "it"));
        await().until(() -> runs.get() == 1);
        node.transactions.away(true);
        away.countDown();
        await().until(() -> node.transactions.refused().contains("obox-queue-settler"));
        node.transactions.away(false);
        assertThat(cluster.awaitState(job.id(), JobState.COMPLETED).attempt()).isEqualTo(1);
        assertThat(runs).hasValue(1);
    }

    private Job run(String text) {
        Job job = node.jobs.submit(request("test", text));
        await().until(() -> cluster.job(job.id()).state().finished());
        return cluster.job(job.id());
    }

    private List<JobLogLine> log(Job job) {
        return node.jobs.log(Callers.ADMIN, job.id(), PageRequest.first()).items();
    }

    /** Writes into a table of its domain when a job has ended. */
    private final class Telling extends TestHandler {
        Telling(Work work) {
            super("test", work);
        }

        @Override
        public void ended(Args args, JobState state, @Nullable Problem problem) {
            cluster.transactions.sql(connection -> {
                try (PreparedStatement statement = connection.prepareStatement("INSERT INTO told VALUES (?, ?)")) {
                    statement.setString(1, args.text());
                    statement.setString(2, state.name());
                    return statement.executeUpdate();
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
        }
    }
}

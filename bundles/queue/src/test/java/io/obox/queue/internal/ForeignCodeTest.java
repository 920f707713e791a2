package io.obox.queue.internal;

import static io.obox.queue.internal.kit.Cluster.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.obox.job.Job;
import io.obox.job.JobFailure;
import io.obox.job.JobState;
import io.obox.job.RetryPolicy;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.queue.internal.kit.Callers;
import io.obox.queue.internal.kit.Cluster;
import io.obox.queue.internal.kit.Node;
import io.obox.queue.internal.kit.TestHandler;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What handlers of other bundles can't do to the queue, nor to anything else in the process. */
class ForeignCodeTest {
    private static final RetryPolicy ONCE = new RetryPolicy(1, Duration.ZERO, Duration.ofMillis(100));
    private static final RetryPolicy SHORT = ONCE.withDeadline(Duration.ofMillis(500));

    private final Cluster cluster = Cluster.withoutRedis();
    private final AtomicInteger began = new AtomicInteger();
    private volatile boolean end;

    @AfterEach
    void close() {
        end = true;
        cluster.close();
    }

    /** Never gives way, whatever it is told. */
    private void spin() {
        began.incrementAndGet();
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

    private static TestHandler plain(String kind) {
        return new TestHandler(kind, (args, context) -> {});
    }

    @Test
    void aHandlerThatSpinsOnEveryProcessorLeavesVirtualThreadsAndTheSweeperAlone() throws Exception {
        int spinning = Runtime.getRuntime().availableProcessors() + 2;
        Node node = cluster.node("one", spinning);
        node.handle(new TestHandler("spin", (args, context) -> spin()));
        for (int i = 0; i < spinning; i++) {
            node.jobs.submit(request("spin", "n" + i));
        }
        await().until(() -> began.get() == spinning);

        CompletableFuture<String> served = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> served.complete("as a request would be"));
        assertThat(served.get(30, TimeUnit.SECONDS)).isNotEmpty();
        Job soon = node.jobs.submit(
                request("other", "soon").withDueAt(Instant.now().plusMillis(300)));
        cluster.awaitState(soon.id(), JobState.AVAILABLE);
        assertThat(cluster.number("SELECT count(*) FROM job_worker WHERE beat_at > now() - interval '30 seconds'"))
                .isEqualTo(1);
    }

    @Test
    void anAttemptThatTakesTooLongIsInterruptedAndHasFailed() {
        Node node = cluster.node("one", 1);
        node.handle(new TestHandler("slow", (args, context) -> Thread.sleep(Duration.ofMinutes(5))).with(SHORT));
        Job job = node.jobs.submit(request("slow", "it"));
        Job failed = cluster.awaitState(job.id(), JobState.DISCARDED);
        Problem problem = Objects.requireNonNull(failed.problem());
        assertThat(problem.slug()).isEqualTo("deadline-exceeded");
        assertThat(problem.detail()).contains("0.5 s");
        assertThat(failed.attempt()).isEqualTo(1);
    }

    @Test
    void aHandlerThatDoesNotStopCostsNeitherItsJobNorItsPlaceAmongTheWorkers() {
        Node node = cluster.node("one", 1);
        node.handle(new TestHandler("spin", (args, context) -> spin()).with(SHORT));
        node.handle(plain("test"));
        for (int i = 0; i < 2; i++) {
            Job stuck = node.jobs.submit(request("spin", "it"));
            Problem problem = Objects.requireNonNull(
                    cluster.awaitState(stuck.id(), JobState.DISCARDED).problem());
            assertThat(problem.slug()).isEqualTo("deadline-exceeded");
        }
        assertThat(node.worker.stuck()).isEqualTo(2);
        Job job = node.jobs.submit(request("test", "it"));
        cluster.awaitState(job.id(), JobState.COMPLETED);
        end = true;
        await().until(() -> node.worker.stuck() == 0);
    }

    @Test
    void theGraceThatAHandlerAsksForIsCapped() {
        Node node = cluster.node("one", 1);
        Runnable away = node.handle(new TestHandler("test", (args, context) -> {
                    began.incrementAndGet();
                    Thread.sleep(Duration.ofHours(1));
                })
                .with(new RetryPolicy(3, Duration.ZERO, Duration.ofDays(1))));
        Job job = node.jobs.submit(request("test", "it"));
        await().until(() -> began.get() == 1);
        long asked = System.nanoTime();
        away.run();
        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofMinutes(1));
        assertThat(cluster.job(job.id()).state()).isEqualTo(JobState.AVAILABLE);
    }

    @Test
    void aHandlerIsAskedOnceWhatItIs() {
        Node node = cluster.node("one", 1);
        AtomicInteger asked = new AtomicInteger();
        TestHandler handler =
                new TestHandler("test", (args, context) -> {
                    if (context.attempt() == 1) {
                        throw new JobFailure(Problem.stateConflict("once more"), true);
                    }
                }) {
                    @Override
                    public RetryPolicy retryPolicy() {
                        asked.incrementAndGet();
                        return new RetryPolicy(3, Duration.ZERO, Duration.ZERO);
                    }

                    @Override
                    public Class<Args> argsType() {
                        asked.incrementAndGet();
                        return super.argsType();
                    }
                };
        node.handle(handler);
        for (int i = 0; i < 5; i++) {
            Job job = node.jobs.submit(request("test", "it"));
            cluster.awaitState(job.id(), JobState.COMPLETED);
        }
        assertThat(asked).hasValue(2);
    }

    @Test
    void aHandlerThatHangsWhenItIsAskedHoldsUpNoOther() {
        Node node = cluster.node("one", 1);
        node.handle(new TestHandler("hangs", (args, context) -> {}) {
            @Override
            public RetryPolicy retryPolicy() {
                spin();
                return super.retryPolicy();
            }
        });
        node.handle(plain("test"));
        Job job = node.jobs.submit(request("test", "it"));
        cluster.awaitState(job.id(), JobState.COMPLETED);
    }

    @Test
    void anErrorOfAHandlerEndsItsAttemptAndNothingElse() {
        Node node = cluster.node("one", 1);
        node.handle(new TestHandler("test", (args, context) -> overflow(0)).with(ONCE));
        node.handle(new TestHandler("missing", (args, context) -> {
                    throw new NoClassDefFoundError("io/obox/gone/Class");
                })
                .with(ONCE));
        node.handle(plain("plain"));
        for (String kind : List.of("test", "missing", "test", "missing")) {
            Job job = node.jobs.submit(request(kind, "it"));
            Problem problem = Objects.requireNonNull(
                    cluster.awaitState(job.id(), JobState.DISCARDED).problem());
            assertThat(problem.slug()).isEqualTo("internal");
        }
        Job job = node.jobs.submit(request("plain", "it"));
        cluster.awaitState(job.id(), JobState.COMPLETED);
    }

    private static int overflow(int depth) {
        return depth < 0 ? depth : overflow(depth + 1) + 1;
    }

    @Test
    void aJobWhoseDomainFailsOverItsEndWithAnErrorEndsAllTheSame() {
        Node node = cluster.node("one", 1);
        node.handle(new Failing("test", new NoClassDefFoundError("io/obox/gone/Class")).with(ONCE));
        Job done = node.jobs.submit(request("test", "it"));
        cluster.awaitState(done.id(), JobState.DISCARDED);
        await().until(() -> cluster.number("SELECT count(*) FROM job WHERE ending_due > now()") == 1);
    }

    @Test
    void aDomainThatAlwaysFailsOverEndsBlocksNoOther() {
        Node node = cluster.node("one", 1);
        Failing failing = new Failing("bad", new NoClassDefFoundError("io/obox/gone/Class"));
        Failing refusing = new Failing("refusing", new ProblemException(Problem.stateConflict("No.")));
        List<String> told = new CopyOnWriteArrayList<>();
        for (Failing handler : List.of(failing, refusing)) {
            node.handle(handler);
        }
        node.handle(new TestHandler("good", (args, context) -> {}) {
            @Override
            public void ended(Args args, JobState state, @Nullable Problem problem) {
                told.add(args.text());
            }
        });
        // ends that are still to be told, those of the failing domains first
        for (String kind : List.of("bad", "refusing", "good")) {
            Job job =
                    node.jobs.submit(request(kind, kind).withDueAt(Instant.now().plusSeconds(600)));
            cluster.execute(
                    "UPDATE job SET state = 'CANCELLED', finished_at = now(), ending_due = now() WHERE id = ?",
                    job.id());
        }
        await().until(() -> told.equals(List.of("good")));
        await().until(() -> cluster.number("SELECT count(*) FROM job WHERE ending_due > now()") == 2);
    }

    @Test
    void aDomainThatSpinsWhenItIsToldHoldsUpNoOtherJob() {
        Node node = cluster.node("one", 2);
        node.handle(spinningWhenTold("spin"));
        node.handle(plain("test"));
        Job owed =
                node.jobs.submit(request("spin", "owed").withDueAt(Instant.now().plusSeconds(600)));
        cluster.execute(
                "UPDATE job SET state = 'CANCELLED', finished_at = now(), ending_due = now() WHERE id = ?", owed.id());
        await().until(() -> began.get() > 0);
        Job soon =
                node.jobs.submit(request("test", "it").withDueAt(Instant.now().plusMillis(300)));
        cluster.awaitState(soon.id(), JobState.COMPLETED);
    }

    @Test
    void aDomainThatSpinsWhenItIsToldOfItsDoneJobsCostsNoWorker() {
        Node node = cluster.node("one", 2, Node.SHORT_LEASE);
        node.handle(spinningWhenTold("spin"));
        node.handle(plain("test"));
        for (int i = 0; i < 2; i++) {
            node.jobs.submit(request("spin", "it"));
        }
        await().until(() -> began.get() == 2);
        Job job = node.jobs.submit(request("test", "it"));
        cluster.awaitState(job.id(), JobState.COMPLETED);
    }

    @Test
    void aDomainThatHangsWhenItIsToldOfItsDoneJobIsInterruptedAndToldLater() {
        Node node = cluster.node("one", 1, Node.SHORT_LEASE);
        node.handle(
                new TestHandler("hangs", (args, context) -> {}) {
                    @Override
                    public void ended(Args args, JobState state, @Nullable Problem problem) {
                        try {
                            Thread.sleep(Duration.ofHours(1));
                        } catch (InterruptedException e) {
                            throw new IllegalStateException(e);
                        }
                    }
                }.with(ONCE));
        Job job = node.jobs.submit(request("hangs", "it"));
        cluster.awaitState(job.id(), JobState.DISCARDED);
        await().until(() -> cluster.number("SELECT count(*) FROM job WHERE ending_due IS NOT NULL") == 1);
    }

    @Test
    void aWaitingJobIsCancelledAlthoughItsDomainFailsOverIt() {
        Node node = cluster.node("web", 0);
        node.handle(new Failing("test", new StackOverflowError()));
        node.handle(new Failing("other", new IllegalStateException("no")));
        for (String kind : List.of("test", "other")) {
            Job job = node.jobs.submit(request(kind, "it"));
            Job cancelled = node.jobs.cancel(Callers.ADMIN, job.id());
            assertThat(cancelled.state()).isEqualTo(JobState.CANCELLED);
        }
        assertThat(cluster.number("SELECT count(*) FROM job WHERE ending_due > now()"))
                .isEqualTo(2);
    }

    @Test
    void aCancelledHandlerThatReadsFromTheDatabaseKeepsTheConnectionsOfThePool() {
        Node node = cluster.node("one", 4);
        node.handle(new TestHandler("test", (args, context) -> {
            began.incrementAndGet();
            cluster.number("SELECT count(*) FROM (SELECT pg_sleep(2)) AS slept");
            context.checkpoint();
            Thread.sleep(Duration.ofMinutes(5));
        }));
        List<Long> before = new ArrayList<>();
        for (int round = 1; round <= 3; round++) {
            int last = round * 4;
            List<Job> jobs = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                jobs.add(node.jobs.submit(request("test", "it")));
            }
            await().until(() -> began.get() == last);
            if (before.isEmpty()) {
                before.addAll(connections());
            }
            jobs.forEach(job -> node.jobs.cancel(Callers.ADMIN, job.id()));
            jobs.forEach(job -> cluster.awaitState(job.id(), JobState.CANCELLED));
        }
        assertThat(connections()).containsAll(before);
    }

    /** Process ids of the connections of the pool, as the database knows them. */
    private List<Long> connections() {
        List<Long> pids = new ArrayList<>();
        long count = cluster.number("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()");
        for (int i = 0; i < count; i++) {
            pids.add(cluster.number(
                    "SELECT pid FROM pg_stat_activity WHERE datname = current_database() ORDER BY pid OFFSET ? LIMIT 1",
                    i));
        }
        return pids;
    }

    /** Fails whenever it is told of an end. */
    private static final class Failing extends TestHandler {
        private final Throwable fault;

        Failing(String kind, Throwable fault) {
            super(kind, (args, context) -> {});
            this.fault = fault;
        }

        @Override
        public void ended(Args args, JobState state, @Nullable Problem problem) {
            if (fault instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) fault;
        }
    }
}

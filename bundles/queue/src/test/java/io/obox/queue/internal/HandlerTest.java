package io.obox.queue.internal;

import static io.obox.queue.internal.kit.Cluster.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.obox.job.Job;
import io.obox.job.JobState;
import io.obox.job.RetryPolicy;
import io.obox.queue.internal.kit.Cluster;
import io.obox.queue.internal.kit.Effects;
import io.obox.queue.internal.kit.Node;
import io.obox.queue.internal.kit.TestHandler;
import io.obox.queue.internal.kit.Whiteboard;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;

class HandlerTest {
    private static final RetryPolicy LONG_GRACE = new RetryPolicy(3, Duration.ofMillis(50), Duration.ofSeconds(20));

    private final Cluster cluster = Cluster.withRedis();
    private final Node node = cluster.node("one", 2);
    private final List<String> did = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicInteger began = new AtomicInteger();
    private final AtomicInteger interrupted = new AtomicInteger();
    private final CountDownLatch returned = new CountDownLatch(1);

    @AfterEach
    void close() {
        end.countDown();
        cluster.close();
    }

    private TestHandler named(String name) {
        return new TestHandler("test", (args, context) -> did.add(name));
    }

    /** Goes on until the test lets it, or it is interrupted. */
    private TestHandler waiting() {
        return new TestHandler("test", (args, context) -> {
            began.incrementAndGet();
            end.await();
        });
    }

    /** Goes on until the test lets it, whoever interrupts it, and then reports. */
    private TestHandler stubborn() {
        return new TestHandler("test", (args, context) -> {
            began.incrementAndGet();
            while (end.getCount() > 0) {
                try {
                    end.await();
                } catch (InterruptedException e) {
                    interrupted.incrementAndGet();
                }
            }
            try {
                context.log("too late");
            } finally {
                returned.countDown();
            }
        });
    }

    @Test
    void jobsWaitUntilThereIsAHandlerForTheirKind() {
        node.handle(new TestHandler("other", (args, context) -> {}));
        Job job = node.jobs.submit(request("test", "it"));
        Job other = node.jobs.submit(request("other", "it"));
        cluster.awaitState(other.id(), JobState.COMPLETED);
        assertThat(cluster.job(job.id()).state()).isEqualTo(JobState.AVAILABLE);
        node.handle(named("late"));
        cluster.awaitState(job.id(), JobState.COMPLETED);
    }

    @Test
    void newWorkGoesToTheHandlerWithTheHighestRanking() {
        node.handle(named("old"), Whiteboard.bundle("v1"), 0);
        runOne();
        Runnable newAway = node.handle(named("new"), Whiteboard.bundle("v2"), 5);
        runOne();
        newAway.run();
        runOne();
        assertThat(did).containsExactly("old", "new", "old");
    }

    @Test
    void aHandlerThatGoesAwayLetsItsWorkEndWithinTheGrace() throws Exception {
        Runnable away = node.handle(waiting().with(LONG_GRACE));
        Job job = node.jobs.submit(request("test", "it"));
        await().until(() -> began.get() == 1);
        CompletableFuture<Void> gone = CompletableFuture.runAsync(away);
        await().during(Duration.ofMillis(300)).until(() -> !gone.isDone());
        end.countDown();
        gone.get(60, TimeUnit.SECONDS);
        assertThat(cluster.job(job.id()).state()).isEqualTo(JobState.COMPLETED);
        assertThat(cluster.job(job.id()).attempt()).isEqualTo(1);
    }

    @Test
    void workThatOutlastsTheGraceIsGivenBackWithTheAttemptNotCounted() {
        Runnable away = node.handle(waiting());
        Job job = node.jobs.submit(request("test", "it"));
        await().until(() -> began.get() == 1);
        away.run();
        Job back = cluster.job(job.id());
        assertThat(back.state()).isEqualTo(JobState.AVAILABLE);
        assertThat(back.attempt()).isZero();
        node.handle(named("next"));
        assertThat(cluster.awaitState(job.id(), JobState.COMPLETED).attempt()).isEqualTo(1);
    }

    @Test
    void aHandlerThatDoesNotStopHoldsUpNobodyAndItsWorkCountsNoMore() throws Exception {
        Runnable away = node.handle(stubborn());
        Job job = node.jobs.submit(request("test", "it"));
        await().until(() -> began.get() == 1);
        away.run();
        assertThat(end.getCount()).as("it still runs").isEqualTo(1);
        await().until(() -> interrupted.get() > 0);
        node.handle(named("next"));
        Job done = cluster.awaitState(job.id(), JobState.COMPLETED);
        end.countDown();
        assertThat(returned.await(60, TimeUnit.SECONDS)).isTrue();
        await().during(Duration.ofMillis(500)).until(() -> cluster.job(job.id()).equals(done));
        assertThat(cluster.number("SELECT count(*) FROM job_log WHERE text = 'too late'"))
                .isZero();
    }

    @Test
    void whoeverIsInterruptedWhileAHandlerGoesGivesItsWorkBackAllTheSame() throws Exception {
        Runnable away = node.handle(stubborn().with(LONG_GRACE));
        Job job = node.jobs.submit(request("test", "it"));
        await().until(() -> began.get() == 1);
        interrupt(away);
        assertThat(cluster.awaitState(job.id(), JobState.AVAILABLE).attempt()).isZero();
        node.handle(named("next"));
        cluster.awaitState(job.id(), JobState.COMPLETED);
    }

    @Test
    void whoeverIsInterruptedWhileANodeEndsEndsItAllTheSame() throws Exception {
        Node ending = cluster.node("ending", 1);
        ending.handle(new TestHandler("slow", (args, context) -> {
                    began.incrementAndGet();
                    end.await();
                })
                .with(LONG_GRACE));
        Job job = ending.jobs.submit(request("slow", "it"));
        await().until(() -> began.get() == 1);
        long before = settlers();
        interrupt(ending.worker::deactivate);
        assertThat(cluster.awaitState(job.id(), JobState.AVAILABLE).attempt()).isZero();
        await().until(() -> settlers() == before - 1);
    }

    /** Threads that write the ends of jobs: one for each node that lives. */
    private static long settlers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("obox-queue-settler"))
                .count();
    }

    /** Interrupts what waits for work to end. */
    private static void interrupt(Runnable waiting) throws InterruptedException {
        Thread waits = Thread.ofPlatform().start(waiting);
        await().until(() -> waits.getState() == Thread.State.TIMED_WAITING);
        waits.interrupt();
        assertThat(waits.join(Duration.ofSeconds(10))).as("it returns").isTrue();
    }

    @Test
    void theDrainOfABundleWaitsForItsRunningWorkAndForNoOther() throws Exception {
        Bundle old = Whiteboard.bundle("v1");
        Bundle young = Whiteboard.bundle("v2");
        node.handle(waiting(), old, 0);
        node.jobs.submit(request("test", "it"));
        await().until(() -> began.get() == 1);
        node.handle(named("new"), young, 1);
        assertThat(node.worker.drain(young, Duration.ofSeconds(5))).isTrue();
        assertThat(node.worker.drain(old, Duration.ofMillis(200))).isFalse();
        runOne();
        assertThat(did).containsExactly("new");
        CompletableFuture<Boolean> drained = CompletableFuture.supplyAsync(() -> {
            try {
                return node.worker.drain(old, Duration.ofSeconds(20));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        end.countDown();
        assertThat(drained.get(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aQueueThatIsReplacedHandsItsWorkToItsSuccessor() throws Exception {
        Effects effects = new Effects(cluster);
        TestHandler handler = effects.handler("test");
        node.handle(handler);
        for (int i = 0; i < 200; i++) {
            node.jobs.submit(request("test", "n" + i));
        }
        Node successor = cluster.node("one", 2);
        successor.handle(handler);
        assertThat(node.worker.drain(node.bundle, Duration.ofSeconds(20))).isTrue();
        assertThat(node.worker.running()).isZero();
        node.worker.deactivate();
        for (int i = 0; i < 50; i++) {
            successor.jobs.submit(request("test", "m" + i));
        }
        effects.awaitEach(250);
        assertThat(cluster.number("SELECT count(*) FROM job WHERE attempt <> 1"))
                .isZero();
    }

    @Test
    void aQueueThatIsReplacedGivesBackWhatDoesNotEndInTime() throws Exception {
        node.handle(waiting());
        Job job = node.jobs.submit(request("test", "it"));
        await().until(() -> began.get() == 1);
        assertThat(node.worker.drain(node.bundle, Duration.ofMillis(100))).isFalse();
        Job back = cluster.job(job.id());
        assertThat(back.state()).isEqualTo(JobState.AVAILABLE);
        assertThat(back.attempt()).isZero();
    }

    @Test
    void theEndOfANodeIsBoundedAndGivesItsJobsBack() {
        Node ending = cluster.node("ending", 1);
        Runnable away = node.handle(waiting());
        away.run();
        ending.handle(new TestHandler("slow", (args, context) -> {
            began.incrementAndGet();
            new CountDownLatch(1).await();
        }));
        Job job = node.jobs.submit(request("slow", "it"));
        await().until(() -> began.get() == 1);
        ending.worker.deactivate();
        assertThat(cluster.job(job.id()).state()).isEqualTo(JobState.AVAILABLE);
        assertThat(cluster.number("SELECT count(*) FROM job_worker WHERE node = 'ending'"))
                .isZero();
    }

    private void runOne() {
        Job job = node.jobs.submit(request("test", "it"));
        cluster.awaitState(job.id(), JobState.COMPLETED);
    }
}

package io.obox.queue.internal;

import static io.obox.queue.internal.kit.Cluster.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.obox.job.Job;
import io.obox.job.JobFailure;
import io.obox.job.JobState;
import io.obox.message.Message;
import io.obox.page.PageRequest;
import io.obox.problem.Problem;
import io.obox.queue.internal.kit.Callers;
import io.obox.queue.internal.kit.Cluster;
import io.obox.queue.internal.kit.Node;
import io.obox.queue.internal.kit.TestHandler;
import io.obox.queue.internal.ledger.Capability;
import io.obox.queue.internal.ledger.Claims;
import io.obox.queue.internal.ledger.Finishes;
import io.obox.queue.internal.ledger.JobRow;
import io.obox.queue.internal.ledger.Leases;
import io.obox.queue.internal.ledger.Recovery;
import io.obox.queue.internal.ledger.Worker;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RecoveryTest {
    private static final Capability KINDS = new Capability(Map.of("test", 2), Set.of());

    private final Cluster cluster = Cluster.withoutRedis();
    private final Node web = cluster.node("web", 0);
    private final Worker dead = new Worker(UUID.randomUUID(), "dead");
    private final Claims claims = new Claims(cluster.transactions);
    private final Finishes finishes = new Finishes(cluster.transactions);

    @AfterEach
    void close() {
        cluster.close();
    }

    @Test
    void aJobWhoseWorkerFallsSilentGoesToAnother() {
        Job job = web.jobs.submit(request("test", "it"));
        take(dead, Duration.ofMillis(100));
        cluster.node("alive", 1, Node.SHORT_LEASE).handle(new TestHandler("test", (args, context) -> {}));
        Job done = cluster.awaitState(job.id(), JobState.COMPLETED);
        assertThat(done.attempt()).isEqualTo(2);
        assertThat(done.node()).isEqualTo("alive");
        assertThat(web.jobs.log(Callers.ADMIN, job.id(), PageRequest.first()).items())
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.text()).contains("node dead stopped answering");
                    assertThat(line.code()).isEqualTo("job.starts-again");
                    assertThat(line.args()).isEqualTo(Map.of("node", "dead"));
                });
    }

    @Test
    void anAttemptThatLostItsLeaseChangesNothing() {
        web.jobs.submit(request("test", "it"));
        JobRow lost = take(dead, Duration.ofMillis(-1));
        assertThat(new Recovery(cluster.transactions).reclaim(true)).hasSize(1);
        Worker next = new Worker(UUID.randomUUID(), "next");
        JobRow held = take(next, Duration.ofMinutes(1));
        Finishes.ClaimedJob old = Finishes.ClaimedJob.of(lost);
        Job before = cluster.job(lost.job().id());

        assertThat(held.fence()).isGreaterThan(lost.fence());
        assertThat(finishes.complete(dead, List.of(old))).isEmpty();
        assertThat(finishes.fail(dead, old, Problem.notFound("x"), true, Duration.ZERO))
                .isEmpty();
        assertThat(finishes.release(dead, old)).isEmpty();
        assertThat(finishes.cancelStopped(dead, old)).isEmpty();
        Leases leases = new Leases(cluster.transactions);
        Message late = Message.plain("late");
        assertThat(leases.renew(dead, Duration.ofHours(1), List.of(old))).isEmpty();
        assertThat(leases.report(
                        dead,
                        List.of(new Leases.Report(old, 99, late, List.of(new Leases.Line(Instant.now(), 1, late))))))
                .isEmpty();
        assertThat(leases.watch(dead, List.of(old)).lost()).containsExactly(old.id());
        assertThat(cluster.job(lost.job().id())).isEqualTo(before);
        assertThat(cluster.number("SELECT count(*) FROM job_log WHERE text = 'late'"))
                .isZero();

        assertThat(finishes.complete(next, List.of(Finishes.ClaimedJob.of(held))))
                .hasSize(1);
    }

    @Test
    void anEarlierClaimOfTheSameWorkerChangesNothingEither() {
        web.jobs.submit(request("test", "it"));
        Finishes.ClaimedJob old = Finishes.ClaimedJob.of(take(dead, Duration.ofMillis(-1)));
        assertThat(new Recovery(cluster.transactions).reclaim(true)).hasSize(1);
        Finishes.ClaimedJob held = Finishes.ClaimedJob.of(take(dead, Duration.ofMinutes(1)));
        Job before = cluster.job(old.id());

        assertThat(finishes.complete(dead, List.of(old))).isEmpty();
        assertThat(finishes.fail(dead, old, Problem.notFound("x"), true, Duration.ZERO))
                .isEmpty();
        assertThat(finishes.release(dead, old)).isEmpty();
        Leases leases = new Leases(cluster.transactions);
        Message late = Message.plain("late");
        assertThat(leases.renew(dead, Duration.ofHours(1), List.of(old))).isEmpty();
        assertThat(leases.watch(dead, List.of(old, held)).lost()).containsExactly(old.id());
        assertThat(cluster.job(old.id())).isEqualTo(before);
        web.jobs.cancel(Callers.ADMIN, old.id());
        assertThat(finishes.cancelStopped(dead, old)).isEmpty();
        assertThat(cluster.job(old.id()).state()).isEqualTo(JobState.RUNNING);

        assertThat(finishes.cancelStopped(dead, held)).isPresent();
    }

    @Test
    void aHandlerIsInterruptedWhenItsLeaseIsLost() throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);
        AtomicInteger runs = new AtomicInteger();
        Node node = cluster.node("one", 1, Node.SHORT_LEASE);
        node.handle(new TestHandler("test", (args, context) -> {
            if (runs.incrementAndGet() == 1) {
                try {
                    new CountDownLatch(1).await();
                } finally {
                    interrupted.countDown();
                }
            }
        }));
        Job job = web.jobs.submit(request("test", "it"));
        await().until(() -> runs.get() == 1);
        cluster.execute("UPDATE job SET fence = fence + 1, worker = ?, lease_until = now()", dead.id());
        assertThat(interrupted.await(60, TimeUnit.SECONDS)).isTrue();
        cluster.awaitState(job.id(), JobState.COMPLETED);
        assertThat(runs).hasValue(2);
    }

    @Test
    void aJobThatKillsItsWorkerEveryTimeIsGivenUp() {
        Job job = web.jobs.submit(request("test", "it"));
        Recovery recovery = new Recovery(cluster.transactions);
        take(dead, Duration.ofMillis(-1));
        recovery.reclaim(true);
        take(dead, Duration.ofMillis(-1));
        assertThat(recovery.reclaim(true)).isEmpty();

        cluster.node("alive", 1, Node.SHORT_LEASE).handle(new TestHandler("test", (args, context) -> {}));
        Problem problem = Objects.requireNonNull(
                cluster.awaitState(job.id(), JobState.DISCARDED).problem());
        assertThat(problem.slug()).isEqualTo("worker-died");
        assertThat(problem.detail()).contains("node dead").contains("attempt 2 of 2");
    }

    @Test
    void aCancelledJobOfADeadWorkerEndsAsCancelled() {
        Job job = web.jobs.submit(request("test", "it"));
        take(dead, Duration.ofSeconds(1));
        web.jobs.cancel(Callers.ADMIN, job.id());
        cluster.node("alive", 1, Node.SHORT_LEASE);
        assertThat(cluster.awaitState(job.id(), JobState.CANCELLED).problem()).isNull();
    }

    @Test
    void aRestartedNodeTakesItsJobsBackWithoutWaitingForTheirLeases() {
        Job job = web.jobs.submit(request("test", "it"));
        Worker before = new Worker(UUID.randomUUID(), "phoenix");
        take(before, Duration.ofHours(1));
        beatOfAnotherProcess(before, Long.MAX_VALUE);
        cluster.node("phoenix", 1).handle(new TestHandler("test", (args, context) -> {}));
        assertThat(cluster.awaitState(job.id(), JobState.COMPLETED).attempt()).isEqualTo(2);
    }

    @Test
    void jobsOfAnotherNodeOrOfALivingProcessAreLeftAlone() {
        Job other = web.jobs.submit(request("test", "other"));
        take(dead, Duration.ofHours(1));
        beatOfAnotherProcess(dead, Long.MAX_VALUE);
        Job sleeping = web.jobs.submit(request("test", "sleeping"));
        Worker paused = new Worker(UUID.randomUUID(), "phoenix");
        take(paused, Duration.ofHours(1));
        new Recovery(cluster.transactions).beat(paused, ProcessHandle.current(), KINDS);
        cluster.execute("UPDATE job_worker SET beat_at = now() - interval '1 hour'");

        Node phoenix = cluster.node("phoenix", 1);
        AtomicInteger runs = new AtomicInteger();
        phoenix.handle(new TestHandler("test", (args, context) -> runs.incrementAndGet()));
        Job marker = web.jobs.submit(request("test", "marker"));
        cluster.awaitState(marker.id(), JobState.COMPLETED);
        await().during(Duration.ofSeconds(2)).until(() -> runs.get() == 1);
        assertThat(cluster.job(other.id()).state()).isEqualTo(JobState.RUNNING);
        assertThat(cluster.job(sleeping.id()).state()).isEqualTo(JobState.RUNNING);
    }

    @Test
    void leasesAreRenewedAsLongAsTheWorkGoesOn() {
        AtomicInteger runs = new AtomicInteger();
        CountDownLatch end = new CountDownLatch(1);
        cluster.node("one", 1, Node.SHORT_LEASE).handle(new TestHandler("test", (args, context) -> {
            runs.incrementAndGet();
            end.await();
            context.checkpoint();
        }));
        cluster.node("two", 1, Node.SHORT_LEASE);
        Job job = web.jobs.submit(request("test", "it"));
        cluster.awaitState(job.id(), JobState.RUNNING);
        long first = leaseEnd();
        await().until(() -> leaseEnd() > first + Node.SHORT_LEASE.toMillis());
        assertThat(runs).hasValue(1);
        end.countDown();
        assertThat(cluster.awaitState(job.id(), JobState.COMPLETED).attempt()).isEqualTo(1);
    }

    @Test
    void anOutageOfTheDatabaseCostsNobodyALease() {
        CountDownLatch end = new CountDownLatch(1);
        Node one = cluster.node("one", 1, Node.SHORT_LEASE);
        Node two = cluster.node("two", 1, Node.SHORT_LEASE);
        one.handle(new TestHandler("test", (args, context) -> end.await()));
        Job job = web.jobs.submit(request("test", "it"));
        cluster.awaitState(job.id(), JobState.RUNNING);
        one.transactions.away(true);
        two.transactions.away(true);
        cluster.execute("UPDATE job SET lease_until = now() - interval '1 second'");
        // long enough for the lease to be renewed as soon as that can be done
        await().pollDelay(Node.SHORT_LEASE.dividedBy(3)).until(() -> noticed(one) && noticed(two));
        one.transactions.away(false);
        two.transactions.away(false);
        await().until(() -> cluster.number("SELECT count(*) FROM job WHERE lease_until > now()") == 1);
        end.countDown();
        assertThat(cluster.awaitState(job.id(), JobState.COMPLETED).attempt()).isEqualTo(1);
    }

    @Test
    void aJobThatIsDueIsMadeAvailable() {
        Job job = web.jobs.submit(request("test", "it").withDueAt(Instant.now().plusSeconds(600)));
        assertThat(job.state()).isEqualTo(JobState.SCHEDULED);
        cluster.node("one", 1).handle(new TestHandler("test", (args, context) -> {
            if (context.attempt() == 1) {
                throw new JobFailure(Problem.stateConflict("once more"), true);
            }
        }));
        Job soon = web.jobs.submit(request("test", "soon"));
        cluster.awaitState(soon.id(), JobState.COMPLETED);
        assertThat(cluster.job(job.id())).isEqualTo(job);
        cluster.execute("UPDATE job SET due_at = now() WHERE id = ?", job.id());
        assertThat(cluster.awaitState(job.id(), JobState.COMPLETED).attempt()).isEqualTo(2);
    }

    @Test
    void anErrorDoesNotEndTheSweep() {
        Node one = cluster.node("one", 1);
        Job job = web.jobs.submit(request("test", "it").withDueAt(Instant.now().plusSeconds(600)));
        AtomicInteger calls = new AtomicInteger();
        one.transactions.afterEach("obox-queue-clock-", () -> {
            if (calls.incrementAndGet() <= 3) {
                throw new NoClassDefFoundError("io/obox/queue/Gone");
            }
        });
        await().until(() -> calls.get() > 3);
        cluster.execute("UPDATE job SET due_at = now()");
        cluster.awaitState(job.id(), JobState.AVAILABLE);
    }

    /** Whether both the sweeper and the heartbeat of a node have been refused, and know it. */
    private static boolean noticed(Node node) {
        return node.transactions.refused().stream()
                        .filter(thread -> thread.startsWith("obox-queue-clock-"))
                        .count()
                > 2;
    }

    private long leaseEnd() {
        return cluster.number("SELECT (extract(epoch FROM lease_until) * 1000)::bigint FROM job");
    }

    private JobRow take(Worker worker, Duration lease) {
        return claims.claimInTurn(worker, lease, KINDS, 1).getFirst();
    }

    private void beatOfAnotherProcess(Worker worker, long pid) {
        cluster.execute(
                "INSERT INTO job_worker VALUES (?, ?, ?, now(), now() - interval '1 hour')",
                worker.id(),
                worker.node(),
                pid);
    }
}

package io.obox.queue.internal;

import static io.obox.queue.internal.kit.Cluster.able;
import static io.obox.queue.internal.kit.Cluster.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.obox.job.Job;
import io.obox.job.JobPriority;
import io.obox.job.JobRequest;
import io.obox.job.JobState;
import io.obox.queue.internal.kit.Cluster;
import io.obox.queue.internal.kit.Node;
import io.obox.queue.internal.kit.TestHandler;
import io.obox.queue.internal.ledger.Claims;
import io.obox.queue.internal.ledger.Worker;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderTest {
    private static final UUID BUSY = new UUID(7, 7);
    private static final UUID RARE = new UUID(8, 8);

    /** The next jobs, one claim after another, by either of the two ways. */
    private static List<String> order(Cluster cluster, Node node, boolean redis, int count, String... kinds) {
        Worker worker = new Worker(UUID.randomUUID(), "order");
        Claims claims = new Claims(cluster.transactions);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            UUID id = redis
                    ? node.dispatch.take(able(kinds), 1).getFirst()
                    : claims.claimInTurn(worker, Duration.ofMinutes(1), able(kinds[0]), 1)
                            .getFirst()
                            .job()
                            .id();
            texts.add(cluster.job(id).subject().name());
        }
        return texts;
    }

    private static JobRequest of(UUID owner, String text) {
        JobRequest plain = request("test", text);
        return JobRequest.of("test", plain.subject(), plain.args(), owner);
    }

    private static Cluster cluster(boolean redis) {
        return redis ? Cluster.withRedis() : Cluster.withoutRedis();
    }

    /** Until everything that was submitted stands in Redis, too. */
    private static void awaitOffers(Cluster cluster, long jobs) {
        await().until(() -> cluster.waitingInRedis() == jobs);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void urgentJobsGoFirstAndOldOnesBeforeNewOnes(boolean redis) {
        try (Cluster cluster = cluster(redis)) {
            Node node = cluster.node("web", 0);
            for (JobPriority priority :
                    new JobPriority[] {JobPriority.LOW, JobPriority.NORMAL, JobPriority.HIGH, JobPriority.CRITICAL}) {
                node.jobs.submit(of(BUSY, priority + " 1").withPriority(priority));
                await().pollDelay(Duration.ofMillis(2)).until(() -> true);
                node.jobs.submit(of(BUSY, priority + " 2").withPriority(priority));
            }
            if (redis) {
                awaitOffers(cluster, 8);
            }
            assertThat(order(cluster, node, redis, 8, "test"))
                    .containsExactly(
                            "CRITICAL 1", "CRITICAL 2", "HIGH 1", "HIGH 2", "NORMAL 1", "NORMAL 2", "LOW 1", "LOW 2");
        }
    }

    @Test
    void aLowJobThatHasWaitedLongEnoughOvertakesYoungerUrgentOnes() {
        try (Cluster cluster = Cluster.withoutRedis()) {
            Node node = cluster.node("web", 0);
            Job low = node.jobs.submit(of(BUSY, "low").withPriority(JobPriority.LOW));
            node.jobs.submit(of(BUSY, "normal"));
            node.jobs.submit(of(BUSY, "high").withPriority(JobPriority.HIGH));
            long tenMinutes = Duration.ofMinutes(11).toMillis();
            cluster.execute("UPDATE job SET rank = rank - ? WHERE id = ?", tenMinutes, low.id());
            assertThat(order(cluster, node, false, 3, "test")).containsExactly("high", "low", "normal");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatOnlySubmitsPartsDoesNotStandInLineWithItsOwnersOtherJobs(boolean redis) {
        try (Cluster cluster = cluster(redis)) {
            Node node = cluster.node("web", 0);
            for (int i = 0; i < 3; i++) {
                node.jobs.submit(of(BUSY, "before").withPriority(JobPriority.CRITICAL));
            }
            node.jobs.submit(of(RARE, "rare"));
            node.jobs.submit(of(BUSY, "whole").withPriority(JobPriority.LOW).toBuilder()
                    .parts(true)
                    .build());
            if (redis) {
                awaitOffers(cluster, 5);
            }
            assertThat(order(cluster, node, redis, 3, "test")).containsExactly("whole", "rare", "before");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void howeverManyJobsOneOwnerHasAnothersSingleJobComesNext(boolean redis) {
        try (Cluster cluster = cluster(redis)) {
            Node node = cluster.node("web", 0);
            cluster.transactions.sql(connection -> {
                for (int i = 0; i < 300; i++) {
                    node.jobs.submit(of(BUSY, "busy").withPriority(JobPriority.CRITICAL));
                }
                return true;
            });
            if (redis) {
                awaitOffers(cluster, 300);
            }
            assertThat(order(cluster, node, redis, 50, "test")).containsOnly("busy");
            node.jobs.submit(of(RARE, "rare").withPriority(JobPriority.LOW));
            if (redis) {
                awaitOffers(cluster, 251);
            }
            assertThat(order(cluster, node, redis, 2, "test")).contains("rare");
        }
    }

    @Test
    void anOwnerHasOneTurnForAllKindsTogether() {
        try (Cluster cluster = Cluster.withRedis()) {
            Node node = cluster.node("web", 0);
            for (int i = 0; i < 10; i++) {
                node.jobs.submit(of(BUSY, "busy test"));
                JobRequest plain = request("other", "busy other");
                node.jobs.submit(JobRequest.of("other", plain.subject(), plain.args(), BUSY));
                node.jobs.submit(of(RARE, "rare"));
            }
            awaitOffers(cluster, 30);
            List<String> order = order(cluster, node, true, 20, "test", "other");
            assertThat(Collections.frequency(order, "rare")).isEqualTo(10);
        }
    }

    @Test
    void jobsOfOneExclusiveKeyRunOneByOneInTheOrderOfTheirSubmissionAndDelayNobodyElse() {
        try (Cluster cluster = Cluster.withRedis()) {
            Node web = cluster.node("web", 0);
            AtomicInteger inside = new AtomicInteger();
            AtomicInteger most = new AtomicInteger();
            List<String> seen = Collections.synchronizedList(new ArrayList<>());
            CountDownLatch othersAreDone = new CountDownLatch(1);
            TestHandler handler = new TestHandler("test", (args, context) -> {
                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                othersAreDone.await();
                Thread.sleep(ThreadLocalRandom.current().nextInt(5));
                seen.add(args.text());
                inside.decrementAndGet();
            });
            Set<String> others = ConcurrentHashMap.newKeySet();
            TestHandler free = new TestHandler("free", (args, context) -> others.add(args.text()));
            for (String name : List.of("one", "two")) {
                Node node = cluster.node(name, 4);
                node.handle(handler);
                node.handle(free);
            }
            List<String> expected = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                web.jobs.submit(request("test", "n" + i).withExclusiveKey("vm"));
                expected.add("n" + i);
            }
            Job last = web.jobs.submit(request("free", "free"));
            cluster.awaitState(last.id(), JobState.COMPLETED);
            assertThat(seen).isEmpty();
            othersAreDone.countDown();
            await().until(() -> seen.size() == 60);
            assertThat(seen).isEqualTo(expected);
            assertThat(most).hasValue(1);
        }
    }

    @Test
    void theDatabaseItselfRefusesTwoRunningJobsOfOneExclusiveKey() {
        try (Cluster cluster = Cluster.withoutRedis()) {
            Node web = cluster.node("web", 0);
            web.jobs.submit(request("test", "one").withExclusiveKey("vm"));
            web.jobs.submit(request("test", "two").withExclusiveKey("vm"));
            Claims claims = new Claims(cluster.transactions);
            Worker worker = new Worker(UUID.randomUUID(), "w");
            assertThat(claims.claimInTurn(worker, Duration.ofMinutes(1), able("test"), 10))
                    .hasSize(1);
            assertThat(claims.claimInTurn(worker, Duration.ofMinutes(1), able("test"), 10))
                    .isEmpty();
            assertThat(catchThrowable(
                            () -> cluster.execute("UPDATE job SET state = 'RUNNING', worker = id, lease_until = now()"
                                    + " WHERE state = 'AVAILABLE'")))
                    .hasMessageContaining("conflict");
        }
    }

    @Test
    void aJobThatIsDueLaterDoesNotHoldUpOthersOfItsExclusiveKey() {
        try (Cluster cluster = Cluster.withoutRedis()) {
            Node web = cluster.node("one", 1);
            web.handle(new TestHandler("test", (args, context) -> {}));
            web.jobs.submit(request("test", "later")
                    .withExclusiveKey("vm")
                    .withDueAt(Instant.now().plusSeconds(600)));
            Job now = web.jobs.submit(request("test", "now").withExclusiveKey("vm"));
            cluster.awaitState(now.id(), JobState.COMPLETED);
        }
    }
}

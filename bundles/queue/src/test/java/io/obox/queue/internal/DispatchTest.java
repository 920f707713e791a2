package io.obox.queue.internal;

import static io.obox.queue.internal.kit.Cluster.OWNER;
import static io.obox.queue.internal.kit.Cluster.able;
import static io.obox.queue.internal.kit.Cluster.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.obox.job.Job;
import io.obox.job.JobState;
import io.obox.queue.internal.kit.Cluster;
import io.obox.queue.internal.kit.Effects;
import io.obox.queue.internal.kit.Node;
import io.obox.queue.internal.kit.TestHandler;
import io.obox.queue.internal.ledger.Offer;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DispatchTest {
    private final Cluster cluster = Cluster.withRedis();
    private final Effects effects = new Effects(cluster);
    private final Node web = cluster.node("web", 0);

    @AfterEach
    void close() {
        cluster.close();
    }

    @Test
    void aJobThatRedisNamesTwiceIsDoneOnce() {
        for (int i = 0; i < 50; i++) {
            web.jobs.submit(request("test", "n" + i));
        }
        List<Offer> all = cluster.offers();
        for (String name : List.of("one", "two")) {
            cluster.node(name, 4).handle(effects.handler("test"));
        }
        web.dispatch.offer(all);
        web.dispatch.offer(all);
        effects.awaitEach(50);
    }

    @Test
    void whatRedisNamesAndTheLedgerDoesNotKnowIsLeftAlone() {
        web.dispatch.offer(List.of(new Offer(UUID.randomUUID(), "test", "", OWNER, 1)));
        cluster.node("one", 1).handle(effects.handler("test"));
        web.jobs.submit(request("test", "real"));
        effects.awaitEach(1);
    }

    @Test
    void twoNodesShareTheWorkAndDoNothingTwice() {
        CountDownLatch both = new CountDownLatch(2);
        for (String name : List.of("one", "two")) {
            cluster.node(name, 4).handle(afterAll(both));
        }
        for (int i = 0; i < 400; i++) {
            web.jobs.submit(request("test", "n" + i));
        }
        effects.awaitEach(400);
        assertThat(cluster.number("SELECT count(DISTINCT node) FROM job")).isEqualTo(2);
        assertThat(cluster.number("SELECT count(*) FROM job WHERE attempt <> 1"))
                .isZero();
    }

    @Test
    void withRedisStoppedWorkGoesOnAndWithRedisBackNothingIsDoneTwice() {
        cluster.node("one", 2).handle(effects.handler("test"));
        cluster.node("two", 2).handle(effects.handler("test"));
        submit(20, "before");
        cluster.redis().stop();
        submit(40, "without");
        effects.awaitEach(60);

        Job late = web.jobs.submit(request("test", "late"));
        cluster.awaitState(late.id(), JobState.COMPLETED);

        cluster.redis().restart();
        submit(20, "again");
        await().until(() -> Boolean.TRUE.equals(web.dispatch.up()));
        submit(20, "after");
        effects.awaitEach(101);
    }

    @Test
    void anEmptiedRedisLosesNothing() {
        submit(200, "n");
        await().until(() -> cluster.waitingInRedis() == 200);
        cluster.client().getKeys().flushdb();
        assertThat(web.dispatch.take(able("test"), 1)).isEmpty();
        cluster.node("one", 4).handle(effects.handler("test"));
        effects.awaitEach(200);
    }

    @Test
    void aLostJobIsFoundAlthoughOthersKeepTheWorkersBusy() throws InterruptedException {
        submit(1, "lost");
        await().until(() -> cluster.waitingInRedis() == 1);
        cluster.client().getKeys().flushdb();
        CountDownLatch found = new CountDownLatch(1);
        cluster.node("one", 1).handle(new TestHandler("test", (args, context) -> {
            if (args.text().startsWith("lost")) {
                found.countDown();
            }
            web.jobs.submit(request("test", "busy"));
        }));
        submit(3, "busy");
        assertThat(found.await(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aNodeWithoutWorkersSubmitsAndDoesNothingElse() {
        web.handle(effects.handler("test"));
        Job job = web.jobs.submit(request("test", "it"));
        await().during(Duration.ofSeconds(1)).until(() -> cluster.job(job.id()).state() == JobState.AVAILABLE);
        assertThat(cluster.number("SELECT count(*) FROM job_worker")).isZero();
        web.worker.retune(Node.tuning("web", 1));
        effects.awaitEach(1);
    }

    /** A handler for one of several nodes: what it begins it ends when each of them has begun something. */
    private TestHandler afterAll(CountDownLatch nodes) {
        AtomicBoolean begun = new AtomicBoolean();
        TestHandler handler = effects.handler("test");
        return new TestHandler("test", (args, context) -> {
            if (!begun.getAndSet(true)) {
                nodes.countDown();
            }
            nodes.await();
            handler.handle(args, context);
        });
    }

    private void submit(int count, String text) {
        for (int i = 0; i < count; i++) {
            web.jobs.submit(request("test", text + i));
        }
    }
}

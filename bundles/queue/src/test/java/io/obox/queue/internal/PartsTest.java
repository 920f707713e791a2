package io.obox.queue.internal;

import static io.obox.queue.internal.kit.Cluster.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.obox.job.Job;
import io.obox.job.JobFailure;
import io.obox.job.JobFilter;
import io.obox.job.JobLogLine;
import io.obox.job.JobResult;
import io.obox.job.JobState;
import io.obox.page.PageRequest;
import io.obox.problem.Problem;
import io.obox.queue.internal.kit.Callers;
import io.obox.queue.internal.kit.Cluster;
import io.obox.queue.internal.kit.Node;
import io.obox.queue.internal.kit.TestHandler;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PartsTest {
    private final List<String> ends = new CopyOnWriteArrayList<>();
    private final CountDownLatch mayEnd = new CountDownLatch(1);
    private Cluster cluster;
    private Node node;

    @BeforeEach
    void setUp() {
        cluster = Cluster.withoutRedis();
        node = cluster.node("one", 2);
    }

    @AfterEach
    void tearDown() {
        cluster.close();
    }

    @Test
    void aJobWithPartsEndsAfterThem() {
        node.handle(whole("good", "bad", "good"));
        node.handle(part());
        Job parent = submitted();

        await().until(() -> parts(parent).size() == 3 && result(parent).skipped() == 1);
        await().until(() -> result(parent).failed() == 1);
        assertThat(cluster.job(parent.id()).state()).isEqualTo(JobState.RUNNING);
        assertThat(cluster.job(parent.id()).finishedAt()).isNull();
        assertThat(inState(JobState.RUNNING)).contains(parent.id());
        assertThat(inState(JobState.SCHEDULED)).isEmpty();

        mayEnd.countDown();
        Job done = cluster.awaitState(parent.id(), JobState.COMPLETED);
        assertThat(done.result()).isEqualTo(new JobResult(2, 1, 1));
        assertThat(done.progress().percent()).isEqualTo(100);
        assertThat(parts(parent)).extracting(Job::parentId).containsOnly(parent.id());
        assertThat(parts(parent)).extracting(Job::result).containsOnlyNulls();
        await().untilAsserted(() -> assertThat(ends).contains("whole COMPLETED"));
        assertThat(node.jobs
                        .log(Callers.ADMIN, parent.id(), PageRequest.first())
                        .items())
                .extracting(JobLogLine::text)
                .contains("other was skipped");
    }

    @Test
    void aJobThatHasOnlyPartsGoesOnFromTheStartWithoutAWorker() {
        Job parent = submittedWith("good", "good");
        assertThat(parent.state()).isEqualTo(JobState.RUNNING);
        assertThat(parent.startedAt()).isNotNull();
        assertThat(inState(JobState.RUNNING)).containsExactly(parent.id());

        node.handle(part());
        mayEnd.countDown();

        Job done = cluster.awaitState(parent.id(), JobState.COMPLETED);
        assertThat(done.result()).isEqualTo(new JobResult(2, 0, 0));
        assertThat(done.attempt()).isZero();
    }

    @Test
    void whatIsDoneOfAJobIsTheShareOfItsPartsThatHasEnded() {
        node.handle(part());
        Job parent = submittedWith("good", "bad", "good", "good");
        node.jobs.skip(parent.id(), List.of("other was skipped"));

        await().until(() -> percent(parent) == 40);
        await().untilAsserted(() -> assertThat(node.events)
                .filteredOn(change -> change.objectId().equals(parent.id()))
                .extracting(change -> change.version().orElse(0))
                .contains(cluster.job(parent.id()).version()));
        assertThat(cluster.job(parent.id()).state()).isEqualTo(JobState.RUNNING);
        mayEnd.countDown();
        cluster.awaitState(parent.id(), JobState.COMPLETED);
    }

    @Test
    void aPartTellsWhatItIsAPartOf() {
        Job parent = submittedWith("good");
        await().untilAsserted(() -> assertThat(node.events)
                .extracting(change -> change.values().get("parentId"))
                .contains(parent.id().toString()));
    }

    @Test
    void aJobThatMakesNoPartsEndsByItself() {
        node.handle(whole());

        assertThat(cluster.awaitState(submitted().id(), JobState.COMPLETED).result())
                .isEqualTo(new JobResult(0, 0, 1));
    }

    @Test
    void whatHasNotBegunIsCancelledWithTheWhole() {
        node.handle(whole("good", "good", "good", "good"));
        node.handle(part());
        Job parent = submitted();
        await().until(() -> parts(parent).stream().filter(PartsTest::runs).count() == 2
                && cluster.number("SELECT count(*) FROM job WHERE awaits_parts") == 1);

        assertThat(node.jobs.cancel(Callers.ADMIN, parent.id()).state()).isEqualTo(JobState.CANCELLED);

        assertThat(parts(parent).stream().filter(PartsTest::runs)).hasSize(2);
        assertThat(result(parent)).isEqualTo(new JobResult(0, 2, 1));
        await().untilAsserted(() ->
                assertThat(ends).containsOnlyOnce("whole CANCELLED").contains("good CANCELLED"));
        mayEnd.countDown();
        await().untilAsserted(() -> assertThat(result(parent)).isEqualTo(new JobResult(2, 2, 1)));
    }

    @Test
    void nothingOfAJobIsLeftToBeginThatIsCancelledWhileItMakesItsParts() {
        CountDownLatch made = new CountDownLatch(1);
        node.handle(new TestHandler("whole", (args, context) -> {
            node.jobs.submit(request("part", "early").withParent(context.jobId()));
            made.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                // what is made while the attempt is being stopped
                Thread.interrupted();
                node.jobs.submit(request("part", "late").withParent(context.jobId()));
                throw e;
            }
        }));
        Job parent = submitted();
        await().until(() -> made.getCount() == 0);

        node.jobs.cancel(Callers.ADMIN, parent.id());

        cluster.awaitState(parent.id(), JobState.CANCELLED);
        assertThat(parts(parent)).extracting(Job::state).containsExactly(JobState.CANCELLED, JobState.CANCELLED);
    }

    @Test
    void thousandsThatAreSkippedChangeTheWholeOnce() {
        Job parent = submitted();
        List<String> lines =
                IntStream.range(0, 3_000).mapToObj(i -> i + " was skipped").toList();

        node.jobs.skip(parent.id(), List.of("first", "se\0cond"));
        node.jobs.skip(parent.id(), lines);
        node.jobs.skip(parent.id(), List.of());

        assertThat(result(parent).skipped()).isEqualTo(3_002);
        assertThat(cluster.job(parent.id()).version()).isEqualTo(parent.version() + 2);
        assertThat(node.jobs
                        .log(Callers.ADMIN, parent.id(), PageRequest.first())
                        .items())
                .extracting(JobLogLine::text)
                .startsWith("first", "second", "0 was skipped", "1 was skipped");
    }

    @Test
    void aJobThatAFormerVersionHasTakenUpOnceMoreIsTriedAgain() {
        Job parent = submitted();
        // what is left of one that waited for its parts, was claimed by a version that knows of no such thing, and
        // failed
        cluster.execute(
                "UPDATE job SET state = 'RETRYABLE', awaits_parts = true, attempt = 1, due_at = now() WHERE id = ?",
                parent.id());

        node.handle(whole());

        cluster.awaitState(parent.id(), JobState.COMPLETED);
    }

    @Test
    void aJobThatIsBeingDoneWaitsForNoParts() {
        CountDownLatch begun = new CountDownLatch(1);
        Job parent = submitted();
        cluster.execute("UPDATE job SET awaits_parts = true WHERE id = ?", parent.id());

        node.handle(new TestHandler("whole", (args, context) -> {
            begun.countDown();
            mayEnd.await();
        }));

        await().until(() -> begun.getCount() == 0);
        assertThat(cluster.number("SELECT count(*) FROM job WHERE awaits_parts"))
                .isZero();
        mayEnd.countDown();
    }

    private static boolean runs(Job job) {
        return job.state() == JobState.RUNNING;
    }

    private TestHandler whole(String... parts) {
        return new TestHandler("whole", (args, context) -> {
            for (String part : parts) {
                node.jobs.submit(request("part", part).withParent(context.jobId()));
            }
            node.jobs.skip(context.jobId(), List.of("other was skipped"));
        }) {
            @Override
            public void ended(Args args, JobState state, @Nullable Problem problem) {
                ends.add(args.text() + " " + state);
            }
        };
    }

    private TestHandler part() {
        return new TestHandler("part", (args, context) -> {
            if (args.text().equals("bad")) {
                throw new JobFailure(Problem.stateConflict("no"), false);
            }
            mayEnd.await();
        }) {
            @Override
            public void ended(Args args, JobState state, @Nullable Problem problem) {
                ends.add(args.text() + " " + state);
            }
        };
    }

    private Job submitted() {
        return node.jobs.submit(
                request("whole", "whole").toBuilder().parts(true).build());
    }

    /** One that stands for these parts, which come with it. */
    private Job submittedWith(String... parts) {
        return node.transactions.sql(connection -> {
            Job parent = node.jobs.submit(
                    request("whole", "whole").toBuilder().onlyParts().build());
            for (String part : parts) {
                node.jobs.submit(request("part", part).withParent(parent.id()));
            }
            return parent;
        });
    }

    private int percent(Job parent) {
        return cluster.job(parent.id()).progress().percent();
    }

    private JobResult result(Job parent) {
        return Objects.requireNonNull(cluster.job(parent.id()).result());
    }

    private List<Job> parts(Job parent) {
        return list(JobFilter.builder().parentId(parent.id()).build());
    }

    private List<UUID> inState(JobState state) {
        return list(JobFilter.builder().kind("whole").state(state).build()).stream()
                .map(Job::id)
                .toList();
    }

    private List<Job> list(JobFilter filter) {
        return node.jobs.list(Callers.ADMIN, filter, PageRequest.first()).items();
    }
}

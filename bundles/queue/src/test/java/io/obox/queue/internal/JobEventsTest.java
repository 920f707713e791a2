package io.obox.queue.internal;

import static io.obox.queue.internal.kit.Cluster.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.obox.event.Change;
import io.obox.job.Job;
import io.obox.job.JobEvents;
import io.obox.job.JobFailure;
import io.obox.job.JobProgress;
import io.obox.job.JobState;
import io.obox.message.Message;
import io.obox.problem.FieldError;
import io.obox.problem.Problem;
import io.obox.queue.internal.kit.Cluster;
import io.obox.queue.internal.kit.Node;
import io.obox.queue.internal.kit.TestHandler;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is told of jobs is enough to mend a row by. */
final class JobEventsTest {
    private final Cluster cluster = Cluster.withoutRedis();
    private final Node node = cluster.node("one", 4);

    @AfterEach
    void close() {
        cluster.close();
    }

    @Test
    void versionsGrowAndTheLastEventTellsAllThatTheJobHasBecome() {
        CountDownLatch end = new CountDownLatch(1);
        node.handle(new TestHandler("test", (args, context) -> {
            context.progress(40, "halfway");
            end.await();
        }));
        UUID id = node.jobs.submit(request("test", "it")).id();
        await().untilAsserted(
                        () -> assertThat(last(id).value(JobEvents.PROGRESS)).isEqualTo(new JobProgress(40, "halfway")));
        assertThat(last(id).version()).hasValue(cluster.job(id).version());
        end.countDown();

        Job done = cluster.awaitState(id, JobState.COMPLETED);
        await().untilAsserted(() -> assertThat(last(id).version()).hasValue(done.version()));
        assertThat(of(id))
                .extracting(change -> change.version().orElseThrow())
                .isSorted()
                .doesNotHaveDuplicates();
        Change<JobEvents> told = last(id);
        assertThat(told.since()).hasValue(0);
        assertThat(told.value(JobEvents.STATE)).isEqualTo(JobState.COMPLETED);
        assertThat(told.value(JobEvents.ATTEMPT)).isEqualTo(1);
        assertThat(told.value(JobEvents.MAX_ATTEMPTS)).isEqualTo(done.maxAttempts());
        assertThat(told.value(JobEvents.PROGRESS)).isEqualTo(done.progress());
        assertThat(told.value(JobEvents.SCHEDULED_AT)).isEqualTo(done.scheduledAt());
        assertThat(told.value(JobEvents.STARTED_AT)).isEqualTo(done.startedAt());
        assertThat(told.value(JobEvents.FINISHED_AT)).isEqualTo(done.finishedAt());
        assertThat(told.value(JobEvents.NODE)).isEqualTo("one");
        assertThat(told.tells(JobEvents.PROBLEM)).isTrue();
        assertThat(told.value(JobEvents.PROBLEM)).isNull();
    }

    @Test
    void progressFollowsTheVersionBeforeIt() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        node.handle(new TestHandler("test", (args, context) -> {
            begun.await();
            context.progress(40, "halfway");
            end.await();
        }));
        UUID id = node.jobs.submit(request("test", "it")).id();
        await().untilAsserted(() -> assertThat(last(id).value(JobEvents.STATE)).isEqualTo(JobState.RUNNING));
        long running = last(id).version().orElseThrow();
        begun.countDown();

        await().untilAsserted(() -> assertThat(last(id).version()).hasValue(running + 1));
        assertThat(last(id).since()).hasValue(running);
        assertThat(last(id).tells(JobEvents.STATE)).isFalse();
        end.countDown();
    }

    @Test
    void aJobThatWaitsIsToldWithoutAPromiseBecauseWhyItWaitsIsAsked() {
        UUID id = node.jobs.submit(request("nobody-does-it", "it")).id();

        await().untilAsserted(() -> assertThat(of(id)).hasSize(1));
        assertThat(last(id).value(JobEvents.STATE)).isEqualTo(JobState.AVAILABLE);
        assertThat(last(id).version()).hasValue(1);
        assertThat(last(id).since()).isEmpty();
    }

    @Test
    void whyAJobFailedIsToldAsItIsStored() {
        Problem why = new Problem(
                "no-luck", "No luck", 409, "It failed.", "Try again.", List.of(new FieldError("/a", "Bad.")), "ref");
        node.handle(new TestHandler("test", (args, context) -> {
            throw new JobFailure(why, false);
        }));
        UUID id = node.jobs.submit(request("test", "it")).id();

        await().untilAsserted(
                        () -> assertThat(last(id).value(JobEvents.PROBLEM)).isEqualTo(why));
        assertThat(last(id).since()).hasValue(0);
    }

    @Test
    void whatIsSaidIsToldWithItsCodesSoThatItCanBeReadInAnyLanguage() {
        Message step = new Message("test.step", Map.of("size", 3), "Copying 3 GiB");
        Message detail = new Message("test.detail", Map.of("name", "web"), "No web.");
        Message remedy = new Message("test.remedy", Map.of(), "Try again.");
        Message field = new Message("test.field", Map.of("most", 5), "At most 5.");
        Problem why = new Problem(
                "no-luck",
                "No luck",
                409,
                detail.text(),
                remedy.text(),
                List.of(FieldError.of("/a", field)),
                "ref",
                detail.code(),
                detail.args(),
                remedy.code(),
                remedy.args());
        node.handle(new TestHandler("test", (args, context) -> {
            context.progress(40, step);
            throw new JobFailure(why, false);
        }));
        UUID id = node.jobs.submit(request("test", "it")).id();

        await().untilAsserted(
                        () -> assertThat(last(id).value(JobEvents.PROBLEM)).isEqualTo(why));
        assertThat(last(id).value(JobEvents.PROGRESS))
                .isEqualTo(cluster.job(id).progress())
                .extracting(JobProgress::stepCode)
                .isEqualTo("test.step");
    }

    private Change<JobEvents> last(UUID id) {
        List<Change<JobEvents>> told = of(id);
        assertThat(told).isNotEmpty();
        return told.getLast();
    }

    @SuppressWarnings("unchecked") // the topic says so
    private List<Change<JobEvents>> of(UUID id) {
        return node.events.stream()
                .filter(change -> change.objectId().equals(id))
                .filter(change -> change.topic().equals(JobEvents.TOPIC))
                .map(change -> (Change<JobEvents>) change)
                .toList();
    }
}

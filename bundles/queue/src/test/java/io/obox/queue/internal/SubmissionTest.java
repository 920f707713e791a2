package io.obox.queue.internal;

import static io.obox.queue.internal.kit.Cluster.OWNER;
import static io.obox.queue.internal.kit.Cluster.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.obox.event.Change;
import io.obox.job.IdempotencyKey;
import io.obox.job.Job;
import io.obox.job.JobFilter;
import io.obox.job.JobRequest;
import io.obox.job.JobState;
import io.obox.page.Page;
import io.obox.page.PageRequest;
import io.obox.problem.ProblemException;
import io.obox.queue.internal.kit.Callers;
import io.obox.queue.internal.kit.Cluster;
import io.obox.queue.internal.kit.Node;
import io.obox.user.Caller;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SubmissionTest {
    private final Cluster cluster = Cluster.withoutRedis();
    private final Node node = cluster.node("web", 0);
    private final Caller owner = Callers.user(OWNER);
    private final Caller stranger = Callers.user(new UUID(2, 2));

    @AfterEach
    void close() {
        cluster.close();
    }

    @Test
    void aJobExistsExactlyIfItsTransactionCommits() {
        assertThatThrownBy(() -> cluster.transactions.sql(connection -> {
                    node.jobs.submit(request("test", "rolled back"));
                    throw new IllegalStateException("no");
                }))
                .hasMessageContaining("no");
        assertThat(cluster.number("SELECT count(*) FROM job")).isZero();

        Job kept = cluster.transactions.sql(connection -> node.jobs.submit(request("test", "kept")));
        assertThat(node.jobs.get(owner, kept.id())).isEqualTo(kept);
        assertThat(kept.state()).isEqualTo(JobState.AVAILABLE);
        assertThat(kept.maxAttempts()).isEqualTo(3);
        await().untilAsserted(() ->
                assertThat(node.events).extracting(Change::objectId).containsExactly(kept.id()));
    }

    @Test
    void aJobThatIsDueLaterIsScheduled() {
        Instant tomorrow = Instant.now().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.MILLIS);
        Job job = node.jobs.submit(request("test", "later").withDueAt(tomorrow));
        assertThat(job.state()).isEqualTo(JobState.SCHEDULED);
        assertThat(job.scheduledAt()).isEqualTo(tomorrow);
    }

    @Test
    void aTimeInThePastIsNoWayToOvertake() {
        Job job = node.jobs.submit(request("test", "sly").withDueAt(Instant.EPOCH));
        assertThat(job.scheduledAt()).isAfter(Instant.now().minusSeconds(60));
    }

    @Test
    void anIdempotencyKeyIsTakenForADayAndOnlyForItsCaller() {
        JobRequest request = request("test", "once").withIdempotencyKey(key(OWNER, "it"));
        Job job = node.jobs.submit(request);
        assertThatThrownBy(() -> node.jobs.submit(request))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().slug()).isEqualTo("conflict"));
        assertThat(node.jobs.submitted("test", key(OWNER, "it"))).contains(job);
        assertThat(node.jobs.submitted("test", key(stranger.userId(), "it"))).isEmpty();

        cluster.execute("UPDATE job SET created_at = now() - interval '25 hours'");
        assertThat(node.jobs.submitted("test", key(OWNER, "it"))).isEmpty();
        assertThat(node.jobs.submit(request).id()).isNotEqualTo(job.id());
    }

    @Test
    void anIdempotencyKeyIsForOneRequest() {
        node.jobs.submit(request("test", "once").withIdempotencyKey(key(OWNER, "it")));
        conflicts(() -> node.jobs.submitted("test", key(OWNER, "something else")));
        conflicts(() -> node.jobs.submitted("other", key(OWNER, "it")));
    }

    @Test
    void aKeyIsFoundByWhoeverUsedItAndNotByWhomTheJobIsOf() {
        Job job = node.jobs.submit(request("test", "once").withIdempotencyKey(key(stranger.userId(), "it")));
        assertThat(job.owner().id()).isEqualTo(OWNER);
        assertThat(node.jobs.submitted("test", key(stranger.userId(), "it"))).contains(job);
        assertThat(node.jobs.submitted("test", key(OWNER, "it"))).isEmpty();
        conflicts(() -> node.jobs.submit(JobRequest.of("test", job.subject(), "it", UUID.randomUUID())
                .withIdempotencyKey(key(stranger.userId(), "it"))));
    }

    @Test
    void aJobTellsWhichActionOfItsKindItIs() {
        Job plain = node.jobs.submit(request("test", "plain"));
        Job reboot = node.jobs.submit(request("test", "it").withAction("reboot"));
        assertThat(plain.action()).isNull();
        assertThat(reboot.action()).isEqualTo("reboot");
        assertThat(node.jobs.get(owner, reboot.id())).isEqualTo(reboot);
    }

    private static IdempotencyKey key(UUID caller, String asked) {
        return new IdempotencyKey(caller, "key", List.of(asked));
    }

    private static void conflicts(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().slug()).isEqualTo("conflict"));
    }

    @Test
    void theCallerMayGoOnInItsTransactionWhereAKeyIsTaken() {
        JobRequest request = request("test", "once").withIdempotencyKey(key(OWNER, "it"));
        Job first = node.jobs.submit(request);
        Job found = cluster.transactions.sql(connection -> {
            try {
                return node.jobs.submit(request);
            } catch (ProblemException e) {
                return node.jobs.submitted("test", key(OWNER, "it")).orElseThrow();
            }
        });
        assertThat(found).isEqualTo(first);
    }

    @Test
    void ofManyThatUseOneKeyAtOnceOneGetsThrough() {
        AtomicInteger conflicts = new AtomicInteger();
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            for (int i = 0; i < 20; i++) {
                threads.execute(() -> {
                    try {
                        node.jobs.submit(request("test", "race").withIdempotencyKey(key(OWNER, "it")));
                    } catch (ProblemException e) {
                        conflicts.incrementAndGet();
                    }
                });
            }
        }
        assertThat(conflicts).hasValue(19);
        assertThat(cluster.number("SELECT count(*) FROM job")).isEqualTo(1);
    }

    @Test
    void listsAreFilteredAndPaged() {
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.add(node.jobs
                    .submit(request(i % 2 == 0 ? "even" : "odd", "n" + i))
                    .id());
        }
        Collections.reverse(ids);

        assertThat(idsOf(node.jobs.list(owner, JobFilter.ANY, PageRequest.first())))
                .isEqualTo(ids);
        Page<Job> page = node.jobs.list(owner, JobFilter.ANY, new PageRequest(2, null));
        assertThat(idsOf(page)).isEqualTo(ids.subList(0, 2));
        Page<Job> rest = node.jobs.list(owner, JobFilter.ANY, new PageRequest(3, page.nextCursor()));
        assertThat(idsOf(rest)).isEqualTo(ids.subList(2, 5));
        assertThat(rest.nextCursor()).isNull();

        assertThat(node.jobs
                        .list(owner, JobFilter.builder().kind("odd").build(), PageRequest.first())
                        .items())
                .hasSize(2);
        assertThat(node.jobs
                        .list(owner, JobFilter.builder().state(JobState.RUNNING).build(), PageRequest.first())
                        .items())
                .isEmpty();
        UUID subject = page.items().getFirst().subject().id();
        assertThat(node.jobs
                        .list(owner, JobFilter.builder().subjectId(subject).build(), PageRequest.first())
                        .items())
                .hasSize(1);
        assertThat(node.jobs.unfinished(List.of(subject, UUID.randomUUID()))).containsOnlyKeys(subject);
    }

    @Test
    void anUnknownCursorIsAFaultOfTheCaller() {
        assertThatThrownBy(() -> node.jobs.list(owner, JobFilter.ANY, new PageRequest(2, "what")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(422));
    }

    @Test
    void aStrangerDoesNotKnowOfAJob() {
        Job job = node.jobs.submit(request("test", "private"));
        assertThatThrownBy(() -> node.jobs.get(stranger, job.id())).hasMessageContaining("not-found");
        assertThatThrownBy(() -> node.jobs.cancel(stranger, job.id())).hasMessageContaining("not-found");
        assertThatThrownBy(() -> node.jobs.log(stranger, job.id(), PageRequest.first()))
                .hasMessageContaining("not-found");
        assertThat(node.jobs.list(stranger, JobFilter.ANY, PageRequest.first()).items())
                .isEmpty();
        assertThat(node.jobs
                        .list(stranger, JobFilter.builder().ownerId(OWNER).build(), PageRequest.first())
                        .items())
                .isEmpty();
        assertThat(node.jobs
                        .list(Callers.ADMIN, JobFilter.ANY, PageRequest.first())
                        .items())
                .containsExactly(job);
    }

    @Test
    void charactersThatTheDatabaseCannotHoldDoNoHarm() {
        Job job = node.jobs.submit(request("test", "a\0b \\u0000 c"));
        assertThat(cluster.number("SELECT count(*) FROM job WHERE args ->> 'text' = 'ab \\u0000 c'"))
                .isEqualTo(1);
        assertThat(job.subject().name()).isEqualTo("ab \\u0000 c");
    }

    private static List<UUID> idsOf(Page<Job> page) {
        return page.items().stream().map(Job::id).toList();
    }
}

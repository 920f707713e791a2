package io.obox.queue.internal;

import static io.obox.queue.internal.kit.Cluster.OWNER;
import static io.obox.queue.internal.kit.Cluster.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.obox.job.Job;
import io.obox.job.JobFilter;
import io.obox.job.JobLogLine;
import io.obox.job.JobState;
import io.obox.job.Jobs;
import io.obox.page.Page;
import io.obox.page.PageRequest;
import io.obox.problem.FieldError;
import io.obox.problem.ProblemException;
import io.obox.queue.internal.kit.Callers;
import io.obox.queue.internal.kit.Cluster;
import io.obox.queue.internal.kit.Node;
import io.obox.queue.internal.rest.JobPageDocument;
import io.obox.queue.internal.rest.JobResource;
import io.obox.user.Caller;
import io.obox.user.Owner;
import io.obox.user.User;
import io.obox.user.Users;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JobResourceTest {
    private final Cluster cluster = Cluster.withoutRedis();
    private final Node node = cluster.node("web", 0);
    private final JobResource resource = new JobResource(node.jobs);
    private final SecurityContext owner = security(Callers.user(OWNER));

    @AfterEach
    void close() {
        cluster.close();
    }

    private static SecurityContext security(@Nullable Caller caller) {
        return (SecurityContext) Proxy.newProxyInstance(
                JobResourceTest.class.getClassLoader(),
                new Class<?>[] {SecurityContext.class},
                (proxy, method, arguments) -> method.getName().equals("getUserPrincipal") ? caller : null);
    }

    @Test
    void jobsAreListedByWhatIsAskedFor() {
        Job one = node.jobs.submit(request("test", "one"));
        node.jobs.submit(request("other", "two"));
        assertThat(resource.list(null, null, null, null, null, null, null, null, null, owner)
                        .items())
                .hasSize(2);
        assertThat(resource.list(
                                "AVAILABLE",
                                "test",
                                one.subject().id().toString(),
                                OWNER.toString(),
                                null,
                                "false",
                                null,
                                "5",
                                null,
                                owner)
                        .items())
                .extracting(Job::id)
                .containsExactly(one.id());
        assertThat(resource.list("RUNNING", null, null, null, null, null, null, null, null, owner)
                        .items())
                .isEmpty();
    }

    @Test
    void partsAreListedOnTheirOwnOrLeftOut() {
        Job whole =
                node.jobs.submit(request("whole", "it").toBuilder().onlyParts().build());
        Job part = node.jobs.submit(request("test", "part").withParent(whole.id()));
        assertThat(resource.list(null, null, null, null, whole.id().toString(), null, null, null, null, owner)
                        .items())
                .extracting(Job::id)
                .containsExactly(part.id());
        assertThat(resource.list(null, null, null, null, null, "true", null, null, null, owner)
                        .items())
                .extracting(Job::id)
                .containsExactly(whole.id());
    }

    @Test
    void jobsAreCountedByStateWhateverStateIsAskedFor() {
        node.jobs.submit(request("whole", "it").toBuilder().onlyParts().build());
        Job cancelled = node.jobs.submit(request("test", "one"));
        node.jobs.submit(request("test", "two"));
        node.jobs.cancel(Callers.user(OWNER), cancelled.id());

        JobPageDocument states = counted("CANCELLED", null, "states", owner);
        assertThat(states.items()).hasSize(1);
        assertThat(states.total()).isEqualTo(1);
        assertThat(states.states())
                .containsOnly(
                        Map.entry(JobState.RUNNING, 1L),
                        Map.entry(JobState.AVAILABLE, 1L),
                        Map.entry(JobState.CANCELLED, 1L));
        JobPageDocument total = counted(null, "test", "true", owner);
        assertThat(total.total()).isEqualTo(2);
        assertThat(total.states()).isNull();
        assertThat(counted(null, null, null, owner).total()).isNull();
        assertThat(counted(null, null, "states", security(Callers.user(UUID.randomUUID())))
                        .states())
                .isEmpty();
        assertPointer("/count", () -> counted(null, null, "x", owner));
    }

    private JobPageDocument counted(
            @Nullable String state, @Nullable String kind, @Nullable String count, SecurityContext caller) {
        return resource.list(state, kind, null, null, null, null, count, "1", null, caller);
    }

    @Test
    void partsThatWereGivenUpBeginAgainTogether() {
        Job whole =
                node.jobs.submit(request("whole", "it").toBuilder().onlyParts().build());
        Job failed = node.jobs.submit(request("test", "failed").withParent(whole.id()));
        Job waiting = node.jobs.submit(request("test", "waiting").withParent(whole.id()));
        assertThatThrownBy(() -> resource.retryParts(whole.id(), owner)).hasMessageContaining("failed");
        cluster.execute("UPDATE job SET state = 'DISCARDED', finished_at = now() WHERE id = ?", failed.id());

        Response answer = resource.retryParts(whole.id(), owner);

        assertThat(answer.getStatus()).isEqualTo(202);
        assertThat(answer.getLocation()).hasToString("/api/jobs/" + whole.id());
        assertThat(resource.get(failed.id(), owner).state()).isEqualTo(JobState.AVAILABLE);
        assertThat(resource.get(failed.id(), owner).version()).isGreaterThan(failed.version());
        assertThat(resource.get(waiting.id(), owner).version()).isEqualTo(waiting.version());
        assertThatThrownBy(() -> resource.retryParts(whole.id(), security(Callers.user(UUID.randomUUID()))))
                .hasMessageContaining("no such job");
    }

    @Test
    void aFilterThatMeansNothingIsRefusedWithItsName() {
        assertPointer("/state", () -> resource.list("RUNING", null, null, null, null, null, null, null, null, owner));
        assertPointer("/subject", () -> resource.list(null, null, "x", null, null, null, null, null, null, owner));
        assertPointer("/owner", () -> resource.list(null, null, null, "x", null, null, null, null, null, owner));
        assertPointer("/limit", () -> resource.list(null, null, null, null, null, null, null, "201", null, owner));
        assertPointer("/wholes", () -> resource.list(null, null, null, null, null, "x", null, null, null, owner));
        assertPointer("/cursor", () -> resource.list(null, null, null, null, null, null, null, null, "x", owner));
    }

    @Test
    void cancelAndRetryAnswerWithTheJobAndItsPlace() {
        Job job = node.jobs.submit(request("test", "it"));
        Response cancelled = resource.cancel(job.id(), owner);
        assertThat(cancelled.getStatus()).isEqualTo(202);
        assertThat(cancelled.getLocation()).hasToString("/api/jobs/" + job.id());
        assertThat(resource.get(job.id(), owner).state()).isEqualTo(JobState.CANCELLED);
        resource.retry(job.id(), owner);
        assertThat(resource.get(job.id(), owner).state()).isEqualTo(JobState.AVAILABLE);
        assertThat(resource.log(job.id(), null, null, null, owner).items()).isEmpty();
    }

    @Test
    void theLogGoesOnAfterTheLineThatACallerHas() {
        Job job = node.jobs.submit(request("test", "it"));
        cluster.execute(
                "INSERT INTO job_log SELECT ?, line, now(), 1, 'line ' || line FROM generate_series(1, 5) line",
                job.id());
        assertThat(resource.log(job.id(), "3", "1", null, owner).items())
                .extracting(JobLogLine::text)
                .containsExactly("line 4");
        assertThat(resource.log(job.id(), "3", null, "4", owner).items())
                .extracting(JobLogLine::text)
                .containsExactly("line 5");
        assertThat(resource.log(job.id(), "5", null, null, owner).items()).isEmpty();
        assertPointer("/after", () -> resource.log(job.id(), "x", null, null, owner));
    }

    @Test
    void nobodyIsRefused() {
        assertThatThrownBy(() -> resource.list(null, null, null, null, null, null, null, null, null, security(null)))
                .hasMessageContaining("unauthenticated");
    }

    @Test
    void aJobComesWithItsOwnersAddress() {
        Jobs jobs = new LedgerJobs(
                node.transactions, node.handlers, node.dispatch, node.changes, new Owners(new Directory()));
        Job job = jobs.submit(request("test", "it"));
        Owner expected = new Owner(OWNER, "owner@example.org");
        assertThat(job.owner()).isEqualTo(expected);
        assertThat(jobs.get(Callers.ADMIN, job.id()).owner()).isEqualTo(expected);
        assertThat(jobs.list(Callers.ADMIN, JobFilter.ANY, PageRequest.first()).items())
                .extracting(Job::owner)
                .containsExactly(expected);
        assertThat(jobs.cancel(Callers.ADMIN, job.id()).owner()).isEqualTo(expected);
        assertThat(jobs.retry(Callers.ADMIN, job.id()).owner()).isEqualTo(expected);
    }

    /** Knows everybody by the same address. */
    private record Directory() implements Users {
        @Override
        public Map<UUID, String> emails(Collection<UUID> ids) {
            return ids.stream().collect(Collectors.toMap(id -> id, id -> "owner@example.org"));
        }

        @Override
        public User get(Caller caller, UUID id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Page<User> list(Caller caller, PageRequest page) {
            throw new UnsupportedOperationException();
        }
    }

    private static void assertPointer(String pointer, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().errors())
                                .extracting(FieldError::pointer)
                                .containsExactly(pointer));
    }
}

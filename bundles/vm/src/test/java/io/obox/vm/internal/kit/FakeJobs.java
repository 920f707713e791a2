package io.obox.vm.internal.kit;

import io.obox.job.IdempotencyKey;
import io.obox.job.Job;
import io.obox.job.JobFilter;
import io.obox.job.JobLogLine;
import io.obox.job.JobProgress;
import io.obox.job.JobRequest;
import io.obox.job.JobState;
import io.obox.job.Jobs;
import io.obox.job.Place;
import io.obox.job.testkit.FakeJob;
import io.obox.page.Page;
import io.obox.page.PageRequest;
import io.obox.persistence.Transactions;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.user.Caller;
import io.obox.user.Owner;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A ledger in memory, with a table that tells which of the jobs are there for whom, as transactions have it. */
public final class FakeJobs implements Jobs {
    /** What was submitted, and how it stands. */
    public record Entry(JobRequest request, Job job) {}

    private final Transactions transactions;
    private final CopyOnWriteArrayList<Entry> entries = new CopyOnWriteArrayList<>();
    public final List<String> skipped = new CopyOnWriteArrayList<>();
    public final AtomicInteger skips = new AtomicInteger();
    private final Set<Place> unreached = ConcurrentHashMap.newKeySet();
    private volatile Predicate<JobRequest> broken = request -> false;
    private volatile Consumer<Entry> told = entry -> {};

    public FakeJobs(Transactions transactions) {
        this.transactions = transactions;
        transactions.sql(connection -> connection
                .createStatement()
                .executeUpdate("create table if not exists fake_job (id uuid primary key); truncate fake_job"));
    }

    /** Nothing can be submitted from now on. */
    public void breakDown() {
        broken = request -> true;
    }

    /** Nothing can be submitted for this subject from now on. */
    public void breakDownFor(UUID subject) {
        broken = request -> request.subject().id().equals(subject);
    }

    /** Whom a cancelled job's domain is told by. */
    public void onCancel(Consumer<Entry> domain) {
        told = domain;
    }

    /** From now on no node reaches this place. */
    public void reachNoMore(Place place) {
        unreached.add(place);
    }

    public List<Entry> entries() {
        Set<UUID> visible = transactions.sql(FakeJobs::ids);
        return entries.stream()
                .filter(entry -> visible.contains(entry.job().id()))
                .toList();
    }

    private static Set<UUID> ids(Connection connection) throws SQLException {
        Set<UUID> ids = new HashSet<>();
        try (ResultSet rows = connection.createStatement().executeQuery("select id from fake_job")) {
            while (rows.next()) {
                ids.add(rows.getObject(1, UUID.class));
            }
        }
        return ids;
    }

    public List<Job> ofKind(String kind) {
        return entries().stream()
                .map(Entry::job)
                .filter(job -> job.kind().equals(kind))
                .toList();
    }

    public void put(UUID jobId, JobState state) {
        change(job -> job.id().equals(jobId), state);
    }

    @Override
    public Job submit(JobRequest request) {
        if (broken.test(request)) {
            throw new ProblemException(Problem.unavailable("The ledger is away."));
        }
        Job job = new FakeJob(
                UUID.randomUUID(),
                request.kind(),
                request.action(),
                request.subject(),
                new Owner(request.ownerId(), ""),
                JobState.AVAILABLE,
                request.priority(),
                0,
                3,
                JobProgress.NONE,
                null,
                Instant.now(),
                Instant.now(),
                null,
                null,
                null,
                null,
                request.parentId(),
                null,
                1);
        entries.add(new Entry(request, job));
        transactions.sql(connection -> {
            try (var insert = connection.prepareStatement("insert into fake_job (id) values (?)")) {
                insert.setObject(1, job.id());
                return insert.executeUpdate();
            }
        });
        return job;
    }

    @Override
    public void skip(UUID parentId, List<String> lines) {
        skips.incrementAndGet();
        skipped.addAll(lines);
    }

    @Override
    public boolean couldRun(JobRequest request) {
        return unreached.stream().noneMatch(request.places()::contains);
    }

    @Override
    public Optional<Job> submitted(String kind, IdempotencyKey key) {
        Optional<Entry> earlier = entries().stream()
                .filter(entry -> isUnder(key, entry.request().idempotencyKey()))
                .findFirst();
        earlier.map(Entry::request).ifPresent(request -> {
            if (!request.kind().equals(kind) || !key.equals(request.idempotencyKey())) {
                throw new ProblemException(Problem.of("conflict", "Conflict", 409, "The key is taken."));
            }
        });
        return earlier.map(Entry::job);
    }

    private static boolean isUnder(IdempotencyKey key, @Nullable IdempotencyKey other) {
        return other != null
                && key.callerId().equals(other.callerId())
                && key.text().equals(other.text());
    }

    @Override
    public Map<UUID, Job> unfinished(Collection<UUID> subjectIds) {
        return entries().stream()
                .map(Entry::job)
                .filter(job ->
                        subjectIds.contains(job.subject().id()) && !job.state().finished())
                .collect(Collectors.toMap(job -> job.subject().id(), job -> job, (older, newer) -> newer));
    }

    @Override
    public void cancelAll(UUID subjectId) {
        cancel(subjectId, entry -> true);
    }

    @Override
    public void cancelOthers(UUID subjectId, UUID jobId) {
        cancel(subjectId, entry -> !entry.job().id().equals(jobId));
    }

    private void cancel(UUID subjectId, Predicate<Entry> which) {
        List<Entry> waiting = entries().stream()
                .filter(entry -> which.test(entry)
                        && entry.job().subject().id().equals(subjectId)
                        && !entry.job().state().finished()
                        && entry.job().state() != JobState.RUNNING)
                .toList();
        waiting.forEach(entry -> {
            put(entry.job().id(), JobState.CANCELLED);
            told.accept(entry);
        });
    }

    private void change(Predicate<Job> which, JobState state) {
        entries.replaceAll(
                entry -> which.test(entry.job()) ? new Entry(entry.request(), in(entry.job(), state)) : entry);
    }

    private static Job in(Job job, JobState state) {
        return new FakeJob(
                job.id(),
                job.kind(),
                job.action(),
                job.subject(),
                job.owner(),
                state,
                job.priority(),
                job.attempt(),
                job.maxAttempts(),
                job.progress(),
                job.problem(),
                job.createdAt(),
                job.scheduledAt(),
                job.startedAt(),
                state.finished() ? Instant.now() : null,
                job.node(),
                null,
                job.parentId(),
                null,
                job.version() + 1);
    }

    @Override
    public Page<Job> list(Caller caller, JobFilter filter, PageRequest page) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Job get(Caller caller, UUID id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Page<JobLogLine> log(Caller caller, UUID id, PageRequest page) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Job cancel(Caller caller, UUID id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Job retry(Caller caller, UUID id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Job retryParts(Caller caller, UUID id) {
        throw new UnsupportedOperationException();
    }
}

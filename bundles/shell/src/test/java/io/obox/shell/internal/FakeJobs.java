package io.obox.shell.internal;

import io.obox.job.IdempotencyKey;
import io.obox.job.Job;
import io.obox.job.JobFilter;
import io.obox.job.JobLogLine;
import io.obox.job.JobRequest;
import io.obox.job.Jobs;
import io.obox.page.Page;
import io.obox.page.PageRequest;
import io.obox.user.Caller;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** One job, which is seen in one state after the other. */
public final class FakeJobs implements Jobs {
    public final Deque<Job> seen = new ArrayDeque<>();

    @Override
    public Job get(Caller caller, UUID id) {
        return seen.size() > 1 ? seen.pop() : seen.getFirst();
    }

    @Override
    public Job submit(JobRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void skip(UUID parentId, List<String> lines) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean couldRun(JobRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Job> submitted(String kind, IdempotencyKey key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Page<Job> list(Caller caller, JobFilter filter, PageRequest page) {
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

    @Override
    public Map<UUID, Job> unfinished(Collection<UUID> subjectIds) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void cancelAll(UUID subjectId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void cancelOthers(UUID subjectId, UUID jobId) {
        throw new UnsupportedOperationException();
    }
}

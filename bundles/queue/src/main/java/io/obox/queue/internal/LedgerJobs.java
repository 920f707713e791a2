package io.obox.queue.internal;

import io.obox.job.IdempotencyKey;
import io.obox.job.Job;
import io.obox.job.JobFilter;
import io.obox.job.JobLogLine;
import io.obox.job.JobRequest;
import io.obox.job.JobState;
import io.obox.job.Jobs;
import io.obox.page.Page;
import io.obox.page.PageRequest;
import io.obox.persistence.Transactions;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.queue.internal.change.Changes;
import io.obox.queue.internal.dispatch.Dispatch;
import io.obox.queue.internal.foreign.ForeignCalls;
import io.obox.queue.internal.handler.EndingFailure;
import io.obox.queue.internal.handler.Endings;
import io.obox.queue.internal.handler.Handlers;
import io.obox.queue.internal.ledger.Interventions;
import io.obox.queue.internal.ledger.JobReader;
import io.obox.queue.internal.ledger.JobRow;
import io.obox.queue.internal.ledger.Recovery;
import io.obox.queue.internal.ledger.Submissions;
import io.obox.user.Caller;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The jobs as the other bundles see them: who may see and change which, on top of the ledger. */
@Component(service = {Jobs.class, LedgerJobs.class})
public final class LedgerJobs implements Jobs {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerJobs.class);
    private static final int MOST_CANCELS = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    // domains are told of cancelled jobs, and not on the threads of those who ask for it
    private final ForeignCalls calls = new ForeignCalls("obox-queue-cancel", MOST_CANCELS, PATIENCE);
    private final Transactions transactions;
    private final Dispatch dispatch;
    private final Changes changes;
    private final Owners owners;
    private final Endings endings;
    private final Submissions submissions;
    private final JobReader reader;
    private final Interventions interventions;

    /** Within the bundle. */
    @Activate
    public LedgerJobs(
            @Reference Transactions transactions,
            @Reference Handlers handlers,
            @Reference Dispatch dispatch,
            @Reference Changes changes,
            @Reference Owners owners) {
        this.transactions = transactions;
        this.dispatch = dispatch;
        this.changes = changes;
        this.owners = owners;
        this.endings = new Endings(handlers, new Recovery(transactions));
        this.submissions = new Submissions(transactions);
        this.reader = new JobReader(transactions);
        this.interventions = new Interventions(transactions);
    }

    /** Called by Declarative Services. */
    @Deactivate
    public void deactivate() {
        calls.close();
    }

    @Override
    public Job submit(JobRequest request) {
        return transactions.sql(connection -> {
            JobRow row = submissions.submit(request);
            changes.changed(row);
            return owners.named(row.job());
        });
    }

    @Override
    public Optional<Job> submitted(String kind, IdempotencyKey key) {
        return submissions.find(kind, key).map(owners::named);
    }

    @Override
    public Page<Job> list(Caller caller, JobFilter filter, PageRequest page) {
        return owners.named(reader.list(caller.visibility(), filter, page));
    }

    @Override
    public Job get(Caller caller, UUID id) {
        return reader.find(id)
                .filter(job -> caller.visibility().includes(job.owner().id()))
                .map(owners::named)
                .orElseThrow(() -> new ProblemException(Problem.notFound("job")));
    }

    @Override
    public Page<JobLogLine> log(Caller caller, UUID id, PageRequest page) {
        return reader.log(get(caller, id).id(), page);
    }

    @Override
    public Job cancel(Caller caller, UUID id) {
        CompletableFuture<Job> cancelled = new CompletableFuture<>();
        if (!calls.offer(() -> complete(cancelled, () -> cancelAsked(caller, id)))) {
            throw domainBusy();
        }
        try {
            return cancelled.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            throw new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw domainBusy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw domainBusy();
        }
    }

    private static ProblemException domainBusy() {
        return new ProblemException(
                Problem.unavailable("What the job belongs to does not take note of its end at the moment."));
    }

    private static void complete(CompletableFuture<Job> result, Supplier<Job> work) {
        try {
            result.complete(work.get());
        } catch (Throwable e) {
            result.completeExceptionally(e);
        }
    }

    /** If the domain fails over it, the job is cancelled all the same, and the domain told later. */
    private Job cancelAsked(Caller caller, UUID id) {
        try {
            return cancel(caller, id, endings::tell);
        } catch (EndingFailure e) {
            LOG.error("The domain of job {} failed over its cancellation; it will be told again", id, e.fault());
            return cancel(caller, id, endings::owe);
        }
    }

    private Job cancel(Caller caller, UUID id, Consumer<JobRow> tell) {
        return transactions.sql(connection -> {
            Job job = get(caller, id);
            return job.state() == JobState.CANCELLED
                    ? job
                    : cancel(id, tell)
                            .orElseThrow(
                                    () -> notNow(get(caller, id), "cancelled", "Cancel jobs that have not ended."));
        });
    }

    @Override
    public void cancelAll(UUID subjectId) {
        transactions.sql(connection -> {
            interventions.unfinishedOf(subjectId).forEach(id -> cancel(id, endings::tell));
            return true;
        });
    }

    /** A job may change hands between two statements, so each one is tried again; empty if it has finished. */
    private Optional<Job> cancel(UUID id, Consumer<JobRow> tell) {
        return cancelWaiting(id, tell)
                .or(() -> requestCancel(id))
                .or(() -> cancelWaiting(id, tell))
                .map(row -> owners.named(row.job()));
    }

    private Optional<JobRow> cancelWaiting(UUID id, Consumer<JobRow> tell) {
        Optional<JobRow> cancelled = interventions.cancelWaiting(id);
        cancelled.ifPresent(row -> {
            changes.changed(row);
            tell.accept(row);
        });
        return cancelled;
    }

    private Optional<JobRow> requestCancel(UUID id) {
        Optional<JobRow> running = interventions.requestCancel(id);
        running.ifPresent(row -> {
            changes.changed(row);
            transactions.afterCommit(() -> dispatch.requestCancel(id));
        });
        return running;
    }

    @Override
    public Job retry(Caller caller, UUID id) {
        return transactions.sql(connection -> {
            Job job = get(caller, id);
            JobRow row = interventions
                    .retry(id)
                    .orElseThrow(() -> notNow(job, "retried", "Retry jobs that are DISCARDED or CANCELLED."));
            changes.changed(row);
            return owners.named(row.job());
        });
    }

    private static ProblemException notNow(Job job, String what, String remedy) {
        String detail = "The job is " + job.state() + " and can't be " + what + ".";
        return new ProblemException(Problem.stateConflict(detail).withRemedy(remedy));
    }

    @Override
    public Map<UUID, Job> unfinished(Collection<UUID> subjectIds) {
        return owners.named(reader.unfinished(subjectIds)).stream()
                .collect(Collectors.toMap(job -> job.subject().id(), Function.identity()));
    }
}

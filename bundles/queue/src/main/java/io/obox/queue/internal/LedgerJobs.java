package io.obox.queue.internal;

import io.obox.job.IdempotencyKey;
import io.obox.job.Job;
import io.obox.job.JobFilter;
import io.obox.job.JobLogLine;
import io.obox.job.JobRequest;
import io.obox.job.JobState;
import io.obox.job.Jobs;
import io.obox.message.Message;
import io.obox.page.Page;
import io.obox.page.PageRequest;
import io.obox.persistence.Transactions;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.queue.internal.change.Changes;
import io.obox.queue.internal.dispatch.Dispatch;
import io.obox.queue.internal.handler.Endings;
import io.obox.queue.internal.handler.Handlers;
import io.obox.queue.internal.ledger.Interventions;
import io.obox.queue.internal.ledger.JobReader;
import io.obox.queue.internal.ledger.JobRow;
import io.obox.queue.internal.ledger.LivingWorkers;
import io.obox.queue.internal.ledger.Parts;
import io.obox.queue.internal.ledger.Recovery;
import io.obox.queue.internal.ledger.Submissions;
import io.obox.queue.internal.message.JobMessage;
import io.obox.user.Caller;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The jobs as the other bundles see them: who may see and change which, on top of the ledger. */
@Component(service = {Jobs.class, LedgerJobs.class})
public final class LedgerJobs implements Jobs {
    private final Transactions transactions;
    private final Changes changes;
    private final Owners owners;
    private final Cancellation cancellation;
    private final Submissions submissions;
    private final JobReader reader;
    private final LivingWorkers workers;
    private final Interventions interventions;
    private final Parts parts;

    /** Within the bundle. */
    @Activate
    public LedgerJobs(
            @Reference Transactions transactions,
            @Reference Handlers handlers,
            @Reference Dispatch dispatch,
            @Reference Changes changes,
            @Reference Owners owners) {
        this.transactions = transactions;
        this.changes = changes;
        this.owners = owners;
        this.cancellation =
                new Cancellation(transactions, dispatch, changes, new Endings(handlers, new Recovery(transactions)));
        this.submissions = new Submissions(transactions);
        this.workers = new LivingWorkers(transactions);
        this.reader = new JobReader(transactions, workers);
        this.interventions = new Interventions(transactions);
        this.parts = new Parts(transactions);
    }

    /** Called by Declarative Services. */
    @Deactivate
    public void deactivate() {
        cancellation.close();
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
    public void skip(UUID parentId, List<String> lines) {
        skipSaying(parentId, lines.stream().map(Message::plain).toList());
    }

    @Override
    public void skipSaying(UUID parentId, List<Message> lines) {
        parts.skip(parentId, lines);
    }

    @Override
    public boolean couldRun(JobRequest request) {
        return workers.couldDo(request);
    }

    @Override
    public Optional<Job> submitted(String kind, IdempotencyKey key) {
        return submissions.find(kind, key).map(owners::named);
    }

    @Override
    public Page<Job> list(Caller caller, JobFilter filter, PageRequest page) {
        return owners.named(reader.list(caller.visibility(), filter, page));
    }

    /** How many jobs that the caller may see are in each state; none is told of states without any. */
    public Map<JobState, Long> count(Caller caller, JobFilter filter) {
        return reader.count(caller.visibility(), filter);
    }

    @Override
    public Job get(Caller caller, UUID id) {
        return reader.find(id)
                .filter(job -> caller.visibility().includes(job.owner().id()))
                .map(owners::named)
                .orElseThrow(() -> new ProblemException(Problem.notFound(JobMessage.NO_SUCH_JOB.with())));
    }

    @Override
    public Page<JobLogLine> log(Caller caller, UUID id, PageRequest page) {
        return reader.log(get(caller, id).id(), page);
    }

    @Override
    public Job cancel(Caller caller, UUID id) {
        return cancellation.telling(tell -> transactions.sql(connection -> {
            Job job = get(caller, id);
            return job.state() == JobState.CANCELLED
                    ? job
                    : cancellation
                            .cancel(id, tell)
                            .map(row -> owners.named(row.job()))
                            .orElseThrow(() ->
                                    notNow(get(caller, id), JobMessage.NOT_CANCELLED, JobMessage.CANCEL_UNFINISHED));
        }));
    }

    @Override
    public void cancelAll(UUID subjectId) {
        transactions.sql(connection -> {
            cancellation.all(subjectId);
            return true;
        });
    }

    @Override
    public void cancelOthers(UUID subjectId, UUID jobId) {
        transactions.sql(connection -> {
            cancellation.others(subjectId, jobId);
            return true;
        });
    }

    @Override
    public Job retry(Caller caller, UUID id) {
        return transactions.sql(connection -> {
            Job job = get(caller, id);
            JobRow row = interventions
                    .retry(id)
                    .orElseThrow(() -> notNow(job, JobMessage.NOT_RETRIED, JobMessage.RETRY_ENDED));
            changes.changed(row);
            return owners.named(row.job());
        });
    }

    @Override
    public Job retryParts(Caller caller, UUID id) {
        return transactions.sql(connection -> {
            get(caller, id);
            List<JobRow> rows = parts.retryOf(id, caller.visibility().owners());
            if (rows.isEmpty()) {
                throw new ProblemException(Problem.stateConflict(JobMessage.NO_FAILED_PARTS.with()));
            }
            changes.changed(rows);
            return get(caller, id);
        });
    }

    private static ProblemException notNow(Job job, JobMessage detail, JobMessage remedy) {
        return new ProblemException(
                Problem.stateConflict(detail.with(job.state())).withRemedy(remedy.with()));
    }

    @Override
    public Map<UUID, Job> unfinished(Collection<UUID> subjectIds) {
        return owners.named(reader.unfinished(subjectIds)).stream()
                .collect(Collectors.toMap(job -> job.subject().id(), Function.identity()));
    }
}

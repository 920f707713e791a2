package io.obox.queue.internal.ledger;

import io.obox.persistence.Transactions;
import io.obox.problem.Problem;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** How attempts end. Each statement changes nothing for an attempt that has lost its lease. */
public final class Finishes {
    private final StoredJson json = new StoredJson();
    private final Transactions transactions;

    /** Over the bundle's transactions. */
    public Finishes(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Which claim of which job. */
    public record ClaimedJob(UUID id, long fence) {
        /** The claim that a row stands for. */
        public static ClaimedJob of(JobRow row) {
            return new ClaimedJob(row.job().id(), row.fence());
        }
    }

    /** Ends attempts that did their work, and tells which of them counted. */
    public List<JobRow> complete(Worker worker, Collection<ClaimedJob> claims) {
        return transactions.sql(connection ->
                LedgerSql.COMPLETE.query(connection, JobRow.reader(json), ids(claims), fences(claims), worker.id()));
    }

    /**
     * Ends an attempt that failed.
     *
     * @param retryable whether there may be another
     * @param backoff pause before it
     */
    public Optional<JobRow> fail(
            Worker worker, ClaimedJob claim, Problem problem, boolean retryable, Duration backoff) {
        return transactions.sql(connection -> LedgerSql.FAIL.first(
                connection,
                JobRow.reader(json),
                json.write(problem),
                backoff.toMillis(),
                retryable,
                claim.id(),
                claim.fence(),
                worker.id()));
    }

    /** Ends an attempt that was stopped because its job is to be cancelled; empty where that is not so. */
    public Optional<JobRow> cancelStopped(Worker worker, ClaimedJob claim) {
        return transactions.sql(connection -> LedgerSql.CANCEL_STOPPED.first(
                connection, JobRow.reader(json), claim.id(), claim.fence(), worker.id()));
    }

    /** Gives a job back as if this attempt had not been. */
    public Optional<JobRow> release(Worker worker, ClaimedJob claim) {
        return transactions.sql(connection ->
                LedgerSql.RELEASE.first(connection, JobRow.reader(json), claim.id(), claim.fence(), worker.id()));
    }

    static UUID[] ids(Collection<ClaimedJob> claims) {
        return claims.stream().map(ClaimedJob::id).toArray(UUID[]::new);
    }

    static Long[] fences(Collection<ClaimedJob> claims) {
        return claims.stream().map(ClaimedJob::fence).toArray(Long[]::new);
    }
}

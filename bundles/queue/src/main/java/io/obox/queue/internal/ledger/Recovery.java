package io.obox.queue.internal.ledger;

import io.obox.persistence.Transactions;
import io.obox.persistence.sql.Columns;
import io.obox.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/** What is done for jobs that nobody holds: due ones, those of dead workers, and ends that are still to be told. */
public final class Recovery {
    private static final int BATCH = 500;

    private final StoredJson json = new StoredJson();
    private final Transactions transactions;

    /** Over the bundle's transactions. */
    public Recovery(Transactions transactions) {
        this.transactions = transactions;
    }

    /** An earlier life of a node, as the operating system knows it. */
    public record Life(UUID id, long pid, Instant processStarted) {}

    /** Makes jobs available that have become due. */
    public List<JobRow> due() {
        return transactions.sql(connection -> LedgerSql.DUE.query(connection, JobRow.reader(json), BATCH));
    }

    /**
     * Makes jobs available again whose worker has let the lease run out.
     *
     * @param expired whether leases that ran out count, or only those of workers that are known to be dead
     */
    public List<JobRow> reclaim(boolean expired) {
        return transactions.sql(connection -> LedgerSql.RECLAIM.query(connection, JobRow.reader(json), expired, BATCH));
    }

    /** One job whose lease has run out and which has no attempt left or is to be cancelled; locks it. */
    public Optional<JobRow> expiredForGood(boolean expired) {
        return transactions.sql(
                connection -> LedgerSql.EXPIRED_FOR_GOOD.first(connection, JobRow.reader(json), expired));
    }

    /** Ends a job that {@link #expiredForGood} found, in the same transaction. */
    public JobRow endExpired(UUID id, Problem problem) {
        return transactions.sql(connection -> LedgerSql.END_EXPIRED
                .first(connection, JobRow.reader(json), json.write(problem), id)
                .orElseThrow());
    }

    /** Records that the domain is to be told of a job's end later. */
    public void oweEnding(UUID id, Duration delay) {
        transactions.sql(connection -> LedgerSql.OWE_ENDING.query(connection, row -> row, delay.toMillis(), id));
    }

    /** One job of these kinds whose end is still to be told; locks it. */
    public Optional<JobRow> owedEnding(Collection<String> kinds) {
        return transactions.sql(connection ->
                LedgerSql.OWED_ENDING.first(connection, JobRow.reader(json), (Object) kinds.toArray(String[]::new)));
    }

    /** Records that the end was told. */
    public void endingTold(UUID id) {
        transactions.sql(connection -> LedgerSql.ENDING_TOLD.query(connection, row -> row, id));
    }

    /** Says that a worker lives, and what it can do. */
    public void beat(Worker worker, ProcessHandle process, Capability able) {
        Instant started = process.info().startInstant().orElse(Instant.EPOCH);
        transactions.sql(connection -> LedgerSql.BEAT.query(
                connection,
                row -> row,
                worker.id(),
                worker.node(),
                process.pid(),
                started,
                able.kindNames(),
                able.placeKeys()));
    }

    /** Earlier lives of the worker's node that have been silent for so long. */
    public List<Life> silent(Worker worker, Duration silence) {
        return transactions.sql(connection -> LedgerSql.SILENT.query(
                connection,
                row -> new Life(
                        row.getObject("id", UUID.class), row.getLong("pid"), Columns.instant(row, "process_started")),
                worker.node(),
                worker.id(),
                silence.toMillis()));
    }

    /** Ends the leases of dead workers, and forgets them. */
    public void forfeit(Set<UUID> workers) {
        UUID[] ids = workers.toArray(UUID[]::new);
        transactions.sql(connection -> {
            LedgerSql.FORFEIT.query(connection, row -> row, (Object) ids);
            return LedgerSql.FORGET_WORKERS.query(connection, row -> row, (Object) ids);
        });
    }

    /** Forgets workers that nobody has heard of for a day. */
    public void forgetOldWorkers() {
        transactions.sql(connection -> LedgerSql.FORGET_OLD_WORKERS.query(connection, row -> row));
    }

    /** Age in milliseconds of the job that has waited longest, of those that a worker can do. */
    public OptionalLong oldestWaiting(Capability able) {
        return transactions
                .<Optional<Long>>sql(connection -> LedgerSql.OLDEST_WAITING.first(
                        connection, row -> row.getLong("age"), able.kindNames(), able.placeKeys()))
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }
}

package io.obox.queue.internal.ledger;

import io.obox.persistence.Transactions;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What people do to jobs. */
public final class Interventions {
    private final StoredJson json = new StoredJson();
    private final Transactions transactions;

    /** Over the bundle's transactions. */
    public Interventions(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Ends a job that waits; empty where it does not. */
    public Optional<JobRow> cancelWaiting(UUID id) {
        return transactions.sql(connection -> LedgerSql.CANCEL_WAITING.first(connection, JobRow.reader(json), id));
    }

    /** Has a running job stopped; empty where it does not run. */
    public Optional<JobRow> requestCancel(UUID id) {
        return transactions.sql(connection -> LedgerSql.REQUEST_CANCEL.first(connection, JobRow.reader(json), id));
    }

    /** Begins a discarded or cancelled job again; empty where it is neither. */
    public Optional<JobRow> retry(UUID id) {
        return transactions.sql(connection -> LedgerSql.RETRY_BY_HAND.first(connection, JobRow.reader(json), id));
    }

    /** The unfinished jobs of a subject, newest first. */
    public List<UUID> unfinishedOf(UUID subjectId) {
        return transactions.sql(connection ->
                LedgerSql.UNFINISHED_IDS.query(connection, row -> row.getObject("id", UUID.class), subjectId));
    }
}

package io.obox.queue.internal.ledger;

import io.obox.persistence.Transactions;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** How workers take jobs: AVAILABLE → RUNNING, with a lease and a fencing number. */
public final class Claims {
    /** Jobs of one owner in one claim: enough for an owner that is alone, little enough for thousands of owners. */
    private static final int LONGEST_LINE = 100;

    private final StoredJson json = new StoredJson();
    private final Turns turns = new Turns();
    private final Transactions transactions;

    /** Over the bundle's transactions. */
    public Claims(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Takes those of the given jobs that may run now and that the worker can do, and keeps their order. */
    public List<JobRow> claim(Worker worker, Duration lease, Capability able, List<UUID> ids) {
        List<JobRow> claimed = transactions.sql(connection -> LedgerSql.CLAIM_OFFERED.query(
                connection,
                JobRow.reader(json),
                ids.toArray(UUID[]::new),
                able.placeKeys(),
                lease.toMillis(),
                worker.id(),
                worker.node(),
                able.kindNames(),
                able.kindAttempts()));
        Map<UUID, Integer> order = new HashMap<>();
        ids.forEach(id -> order.put(id, order.size()));
        return claimed.stream()
                .sorted(Comparator.comparing(row -> order.getOrDefault(row.job().id(), 0)))
                .toList();
    }

    /** Takes what waits and the worker can do, owners taking turns; does not need Redis. */
    public List<JobRow> claimInTurn(Worker worker, Duration lease, Capability able, int limit) {
        Turns.Served served = turns.served();
        List<JobRow> claimed = transactions.sql(connection -> LedgerSql.CLAIM_IN_TURN.query(
                connection,
                JobRow.reader(json),
                able.kindNames(),
                able.placeKeys(),
                Math.min(limit, LONGEST_LINE),
                served.owners(),
                served.turns(),
                limit,
                lease.toMillis(),
                worker.id(),
                worker.node(),
                able.kindNames(),
                able.kindAttempts()));
        turns.took(claimed.stream().map(row -> row.job().owner().id()).toList());
        return claimed.stream().sorted(Comparator.comparingLong(JobRow::rank)).toList();
    }

    /** What {@link #claimInTurn} would take. */
    public List<Offer> waitingInTurn(Capability able, int limit) {
        Turns.Served served = turns.served();
        return transactions.sql(connection -> LedgerSql.WAITING_IN_TURN.query(
                connection,
                Offer::read,
                able.kindNames(),
                able.placeKeys(),
                Math.min(limit, LONGEST_LINE),
                served.owners(),
                served.turns(),
                limit));
    }

    /** The jobs that may run now that others with these exclusive keys have ended. */
    public List<Offer> firstInLine(Collection<String> exclusiveKeys) {
        return transactions.sql(connection ->
                LedgerSql.FIRST_IN_LINE.query(connection, Offer::read, (Object) exclusiveKeys.toArray(String[]::new)));
    }
}

package io.obox.queue.internal.sweep;

import io.obox.persistence.Transactions;
import io.obox.queue.internal.change.Changes;
import io.obox.queue.internal.dispatch.Dispatch;
import io.obox.queue.internal.ledger.Capability;
import io.obox.queue.internal.ledger.Claims;
import io.obox.queue.internal.ledger.JobRow;
import io.obox.queue.internal.ledger.Offer;
import io.obox.queue.internal.ledger.Parts;
import io.obox.queue.internal.ledger.Recovery;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Goes through the ledger for what has been left lying. Any number of sweepers may work side by side. */
public final class Sweeper {
    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);
    private static final int OFFERS = 500;

    private final Transactions transactions;
    private final Recovery recovery;
    private final Parts parts;
    private final Claims claims;
    private final Supplier<Capability> able;
    private final Dispatch dispatch;
    private final Changes changes;

    /** Over the bundle's transactions. */
    public Sweeper(
            Transactions transactions,
            Recovery recovery,
            Supplier<Capability> able,
            Dispatch dispatch,
            Changes changes) {
        this.transactions = transactions;
        this.recovery = recovery;
        this.parts = new Parts(transactions);
        this.claims = new Claims(transactions);
        this.able = able;
        this.dispatch = dispatch;
        this.changes = changes;
    }

    /** Makes jobs available that have become due. */
    public void makeDue() {
        List<JobRow> due;
        do {
            due = transactions.sql(connection -> {
                List<JobRow> rows = recovery.due();
                changes.changed(rows);
                return rows;
            });
        } while (!due.isEmpty());
    }

    /** Ends jobs whose parts have all ended, and notes how far the others are. */
    public void followParts() {
        changed(parts::completeParents);
        changed(parts::progress);
    }

    private void changed(Supplier<List<JobRow>> change) {
        transactions.sql(connection -> {
            List<JobRow> rows = change.get();
            changes.changed(rows);
            return rows;
        });
    }

    /**
     * Takes jobs away from workers that have let their leases run out, or are known to be dead.
     *
     * @param expired whether leases that ran out count; not so while workers may have been unable to renew them
     */
    public void reclaim(boolean expired) {
        List<JobRow> reclaimed;
        do {
            reclaimed = transactions.sql(connection -> {
                List<JobRow> rows = recovery.reclaim(expired);
                changes.changed(rows);
                return rows;
            });
            logReclaimed(reclaimed);
        } while (!reclaimed.isEmpty());
    }

    private static void logReclaimed(List<JobRow> rows) {
        rows.stream()
                .collect(Collectors.groupingBy(row -> String.valueOf(row.job().node()), Collectors.counting()))
                .forEach((node, jobs) ->
                        LOG.warn("The worker on node {} stopped answering; {} of its jobs start again", node, jobs));
    }

    /** Offers what is next to be done once more, in case Redis has lost it. */
    public void offerAgain() {
        Capability now = able.get();
        if (!now.none() && Boolean.TRUE.equals(dispatch.up())) {
            List<Offer> waiting = claims.waitingInTurn(now, OFFERS);
            if (!waiting.isEmpty()) {
                dispatch.offer(waiting);
            }
        }
    }
}

package io.obox.queue.internal.sweep;

import io.obox.persistence.Transactions;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.queue.internal.change.Changes;
import io.obox.queue.internal.dispatch.Dispatch;
import io.obox.queue.internal.handler.Endings;
import io.obox.queue.internal.handler.Handlers;
import io.obox.queue.internal.ledger.Capability;
import io.obox.queue.internal.ledger.Claims;
import io.obox.queue.internal.ledger.JobRow;
import io.obox.queue.internal.ledger.Offer;
import io.obox.queue.internal.ledger.Recovery;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Goes through the ledger for what has been left lying. Any number of sweepers may work side by side. */
public final class Sweeper {
    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);
    private static final int OFFERS = 500;
    private static final Duration ENDING_PAUSE = Duration.ofMinutes(1);

    private final Transactions transactions;
    private final Recovery recovery;
    private final Claims claims;
    private final Handlers handlers;
    private final Supplier<Capability> able;
    private final Endings endings;
    private final Dispatch dispatch;
    private final Changes changes;

    /** Over the bundle's transactions. */
    public Sweeper(
            Transactions transactions,
            Recovery recovery,
            Handlers handlers,
            Supplier<Capability> able,
            Endings endings,
            Dispatch dispatch,
            Changes changes) {
        this.transactions = transactions;
        this.recovery = recovery;
        this.claims = new Claims(transactions);
        this.handlers = handlers;
        this.able = able;
        this.endings = endings;
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

    /**
     * Takes jobs away from workers that have let their leases run out, or are known to be dead.
     *
     * @param expired whether leases that ran out count; not so while workers may have been unable to prolong them
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
        while (endOne(expired)) {
            LOG.debug("Looking for more jobs whose last worker has died");
        }
    }

    private static void logReclaimed(List<JobRow> rows) {
        rows.stream()
                .collect(Collectors.groupingBy(row -> String.valueOf(row.job().node()), Collectors.counting()))
                .forEach((node, jobs) ->
                        LOG.warn("The worker on node {} stopped answering; {} of its jobs start again", node, jobs));
    }

    private boolean endOne(boolean expired) {
        try {
            return endOne(expired, true);
        } catch (ProblemException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("A domain failed over the end of a job; it will be told again", e);
            return endOne(expired, false);
        }
    }

    private boolean endOne(boolean expired, boolean tellNow) {
        return transactions.sql(connection -> {
            JobRow lost = recovery.expiredForGood(expired).orElse(null);
            if (lost == null) {
                return false;
            }
            JobRow ended = recovery.endExpired(lost.job().id(), workerDied(lost));
            changes.changed(ended);
            if (tellNow) {
                endings.tell(ended);
            } else {
                recovery.oweEnding(ended.job().id(), ENDING_PAUSE);
            }
            LOG.warn(
                    "{} {} is given up: its workers died",
                    ended.job().kind(),
                    ended.job().id());
            return true;
        });
    }

    private static Problem workerDied(JobRow row) {
        return Problem.of(
                        "worker-died",
                        "Worker died",
                        500,
                        "The worker on node %s stopped answering during attempt %d of %d, and there is none left."
                                .formatted(
                                        row.job().node(),
                                        row.job().attempt(),
                                        row.job().maxAttempts()))
                .withRemedy("Look into the log of that node for what ended it, then retry the job.");
    }

    /** Tells domains of ends that they have not been told of: their handlers were away, or failed over it. */
    public void tellEnds() {
        Set<String> kinds = handlers.kinds().keySet();
        while (!kinds.isEmpty() && tellOne(kinds)) {
            LOG.debug("Looking for more ends to tell");
        }
    }

    private boolean tellOne(Set<String> kinds) {
        UUID[] told = new UUID[1];
        try {
            return transactions.sql(connection -> {
                JobRow row = recovery.owedEnding(kinds).orElse(null);
                if (row != null) {
                    told[0] = row.job().id();
                    recovery.endingTold(row.job().id());
                    endings.tell(row);
                }
                return row != null;
            });
        } catch (ProblemException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("A domain failed over the end of job {}; it will be told again", told[0], e);
            recovery.oweEnding(told[0], ENDING_PAUSE);
            return true;
        }
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

package io.obox.queue.internal.sweep;

import io.obox.persistence.Transactions;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.queue.internal.change.Changes;
import io.obox.queue.internal.foreign.ForeignCalls;
import io.obox.queue.internal.handler.EndingFailure;
import io.obox.queue.internal.handler.Endings;
import io.obox.queue.internal.ledger.JobRow;
import io.obox.queue.internal.ledger.Recovery;
import io.obox.queue.internal.message.JobMessage;
import io.obox.queue.internal.message.JobProblem;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells domains of ends that nobody else tells: of jobs whose last worker has died, and those that they have not been told of
 * because their handlers were away or failed over it. A domain that fails or takes long holds up no other: rows that somebody
 * is at are passed over, and third-party bundles are told by rounds of their own.
 */
public final class Teller {
    private static final Logger LOG = LoggerFactory.getLogger(Teller.class);
    private static final int MOST_ROUNDS = 6;
    private static final Duration LONGEST_ROUND = Duration.ofSeconds(30);

    private final ForeignCalls own = new ForeignCalls("obox-queue-expired", 1, LONGEST_ROUND);
    private final ForeignCalls others = new ForeignCalls("obox-queue-endings", MOST_ROUNDS, LONGEST_ROUND);
    private final Transactions transactions;
    private final Recovery recovery;
    private final Endings endings;
    private final Changes changes;

    /** Over the bundle's transactions. */
    public Teller(Transactions transactions, Recovery recovery, Endings endings, Changes changes) {
        this.transactions = transactions;
        this.recovery = recovery;
        this.endings = endings;
        this.changes = changes;
    }

    /**
     * Begins rounds, and returns at once.
     *
     * @param expired whether leases that ran out count
     */
    public void tell(boolean expired) {
        begin(own, () -> {
            all(() -> recovery.expiredForGood(expired).map(this::end), endings::tellOwn);
            all(() -> recovery.owedEnding(endings.ownKinds()).map(this::told), endings::tellOwn);
        });
        begin(others, () -> all(() -> recovery.owedEnding(endings.otherKinds()).map(this::told), endings::tell));
    }

    private static void begin(ForeignCalls threads, Runnable round) {
        if (!threads.offer(() -> unlessAway(round))) {
            LOG.debug("Domains are still being told of ends");
        }
    }

    /** Interrupts what is under way. */
    public void close() {
        own.close();
        others.close();
    }

    private static void unlessAway(Runnable round) {
        try {
            round.run();
        } catch (ProblemException e) {
            LOG.debug("The ledger can't be reached at the moment", e);
        }
    }

    private JobRow end(JobRow lost) {
        JobRow ended = recovery.endExpired(lost.job().id(), workerDied(lost));
        changes.changed(ended);
        LOG.warn(
                "{} {} is given up: its workers died",
                ended.job().kind(),
                ended.job().id());
        return ended;
    }

    private JobRow told(JobRow row) {
        recovery.endingTold(row.job().id());
        return row;
    }

    /** Tells of one job after the other, each in a transaction; of one that its domain fails over, later. */
    private void all(Supplier<Optional<JobRow>> next, Consumer<JobRow> tell) {
        boolean more = true;
        while (more && !Thread.currentThread().isInterrupted()) {
            try {
                more = one(next, tell);
            } catch (EndingFailure e) {
                LOG.error("A domain failed over the end of a job; it will be told again", e.fault());
                more = one(next, endings::owe);
            }
        }
    }

    private boolean one(Supplier<Optional<JobRow>> next, Consumer<JobRow> tell) {
        return transactions.sql(connection -> {
            Optional<JobRow> row = next.get();
            row.ifPresent(tell);
            return row.isPresent();
        });
    }

    private static Problem workerDied(JobRow row) {
        return JobProblem.WORKER_DIED
                .of(JobMessage.WORKER_DIED.with(
                        String.valueOf(row.job().node()),
                        row.job().attempt(),
                        row.job().maxAttempts()))
                .withRemedy(JobMessage.LOOK_AT_NODE.with());
    }
}

package io.obox.queue.internal.execution;

import io.obox.persistence.Transactions;
import io.obox.problem.Problem;
import io.obox.queue.internal.change.Changes;
import io.obox.queue.internal.handler.Binding;
import io.obox.queue.internal.handler.EndingFailure;
import io.obox.queue.internal.handler.Endings;
import io.obox.queue.internal.ledger.Finishes;
import io.obox.queue.internal.ledger.JobRow;
import io.obox.queue.internal.ledger.Leases;
import io.obox.queue.internal.ledger.Leases.Report;
import io.obox.queue.internal.ledger.Worker;
import io.obox.queue.internal.message.JobMessage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes what became of attempts: the end of the job, what the attempt reported last, and what its domain makes of it. */
final class Settlement {
    private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);
    private static final double JITTER = 0.2;

    private final Supplier<Worker> worker;
    private final Transactions transactions;
    private final Finishes finishes;
    private final Leases leases;
    private final Endings endings;
    private final Changes changes;

    Settlement(Supplier<Worker> worker, Transactions transactions, Endings endings, Changes changes) {
        this.worker = worker;
        this.transactions = transactions;
        this.finishes = new Finishes(transactions);
        this.leases = new Leases(transactions);
        this.endings = endings;
        this.changes = changes;
    }

    /** Ends attempts that are done and whose domains need not be told, all at once. */
    void completeAll(List<Attempt> done) {
        transactions.sql(connection -> {
            writeJournals(done);
            changes.changed(finishes.complete(
                    worker.get(), done.stream().map(Attempt::claim).toList()));
            return true;
        });
    }

    /**
     * Ends one attempt, and tells its domain in the same transaction. A domain that fails over it makes a done attempt a
     * failed one; of any other end it is told later.
     *
     * @param tellNow false where the domain is to be told by others, later
     * @return whether the attempt still counted
     */
    boolean write(Attempt attempt, Outcome outcome, boolean tellNow) {
        try {
            return tellNow
                    ? endings.ending(
                            attempt.row().job().kind(), attempt.binding(), tell -> transact(attempt, outcome, tell))
                    : transact(attempt, outcome, endings::owe);
        } catch (EndingFailure e) {
            Problem problem = Incidents.log("The domain of " + attempt + " failed over its end", e.fault());
            boolean done = outcome instanceof Outcome.Done;
            return done
                    ? write(attempt, failed(attempt, problem, true), true)
                    : transact(attempt, outcome, endings::owe);
        }
    }

    /** A failure, noted in the job's log. */
    static Outcome failed(Attempt attempt, Problem problem, boolean retryable) {
        attempt.log(JobMessage.ATTEMPT_FAILED.with(attempt.attempt(), attempt.maxAttempts(), problem.message()));
        return new Outcome.Failed(problem, retryable);
    }

    private boolean transact(Attempt attempt, Outcome outcome, Consumer<JobRow> tell) {
        return transactions.sql(connection -> {
            writeJournals(List.of(attempt));
            Optional<JobRow> row = transition(attempt, outcome);
            row.ifPresent(changes::changed);
            row.filter(changed -> changed.job().state().finished())
                    .ifPresent(ended -> attempt.telling().run(() -> tell.accept(ended)));
            return row.isPresent();
        });
    }

    private Optional<JobRow> transition(Attempt attempt, Outcome outcome) {
        Stop stop = attempt.stopReason();
        return switch (outcome) {
            case Outcome.Done done
            when stop != Stop.CANCELLED ->
                finishes.complete(worker.get(), List.of(attempt.claim())).stream()
                        .findFirst();
            case Outcome.Failed failed
            when stop == null || stop == Stop.OVERDUE ->
                finishes.fail(worker.get(), attempt.claim(), failed.problem(), failed.retryable(), backoff(attempt));
            default ->
                finishes.cancelStopped(worker.get(), attempt.claim())
                        .or(() -> finishes.release(worker.get(), attempt.claim()));
        };
    }

    private void writeJournals(List<Attempt> attempts) {
        List<Report> reports = attempts.stream()
                .map(Attempt::journal)
                .filter(journal -> !journal.isEmpty())
                .map(Journal::report)
                .toList();
        if (!reports.isEmpty()) {
            leases.lock(worker.get(), reports.stream().map(Report::claim).toList());
            leases.report(worker.get(), reports);
        }
    }

    private static Duration backoff(Attempt attempt) {
        Binding handler = attempt.binding();
        if (handler == null) {
            return Duration.ZERO;
        }
        double factor = ThreadLocalRandom.current().nextDouble(1 - JITTER, 1 + JITTER);
        Duration pause = handler.retryPolicy().backoff(attempt.row().job().attempt());
        return Duration.ofMillis(Math.round(pause.toMillis() * factor));
    }

    /** What became of an attempt did not count: its lease had run out, and somebody else has the job. */
    static void noteLost(Attempt attempt) {
        LOG.warn("{} ended after its lease; nothing of it counts", attempt);
    }
}

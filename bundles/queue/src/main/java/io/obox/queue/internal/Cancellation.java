package io.obox.queue.internal;

import io.obox.persistence.Transactions;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.queue.internal.change.Changes;
import io.obox.queue.internal.dispatch.Dispatch;
import io.obox.queue.internal.foreign.ForeignCalls;
import io.obox.queue.internal.handler.EndingFailure;
import io.obox.queue.internal.handler.Endings;
import io.obox.queue.internal.ledger.Interventions;
import io.obox.queue.internal.ledger.JobRow;
import io.obox.queue.internal.message.JobMessage;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How jobs are cancelled. Their domains are told on threads that do nothing else, not on those of whoever asks for it. */
final class Cancellation {
    private static final Logger LOG = LoggerFactory.getLogger(Cancellation.class);
    private static final int MOST = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ForeignCalls calls = new ForeignCalls("obox-queue-cancel", MOST, PATIENCE);
    private final Transactions transactions;
    private final Dispatch dispatch;
    private final Changes changes;
    private final Endings endings;
    private final Interventions interventions;

    Cancellation(Transactions transactions, Dispatch dispatch, Changes changes, Endings endings) {
        this.transactions = transactions;
        this.dispatch = dispatch;
        this.changes = changes;
        this.endings = endings;
        this.interventions = new Interventions(transactions);
    }

    void close() {
        calls.close();
    }

    /**
     * Cancels and has the domain told in the same transaction. If the domain fails over it, the job is cancelled all the same
     * and the domain told later, as it is where too many domains are being told.
     *
     * @param cancel does it, and has the domain told by what it is given
     */
    <T> T telling(Function<Consumer<JobRow>, T> cancel) {
        CompletableFuture<T> cancelled = new CompletableFuture<>();
        boolean offered = calls.offer(() -> {
            try {
                cancelled.complete(tellOrOwe(cancel));
            } catch (Throwable e) {
                cancelled.completeExceptionally(e);
            }
        });
        return offered ? await(cancelled) : cancel.apply(endings::owe);
    }

    private <T> T tellOrOwe(Function<Consumer<JobRow>, T> cancel) {
        try {
            return cancel.apply(endings::tell);
        } catch (EndingFailure e) {
            LOG.error("A domain failed over the cancellation of a job; it will be told again", e.fault());
            return cancel.apply(endings::owe);
        }
    }

    private static <T> T await(CompletableFuture<T> cancelled) {
        try {
            return cancelled.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException fault ? fault : new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw domainBusy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw domainBusy();
        }
    }

    private static ProblemException domainBusy() {
        return new ProblemException(Problem.unavailable(JobMessage.DOMAIN_BUSY.with()));
    }

    /** Cancels every unfinished job of a subject, on the thread of its domain; third-party bundles are told later, on others. */
    void all(UUID subjectId) {
        interventions.unfinishedOf(subjectId).forEach(this::cancelOwn);
    }

    /** The same but for one. */
    void others(UUID subjectId, UUID jobId) {
        interventions.unfinishedOf(subjectId).stream()
                .filter(id -> !id.equals(jobId))
                .forEach(this::cancelOwn);
    }

    private void cancelOwn(UUID id) {
        cancel(id, endings::tellOwn);
    }

    /** A job may change hands between two statements, so each one is tried again; empty if it has finished. */
    Optional<JobRow> cancel(UUID id, Consumer<JobRow> tell) {
        return cancelWaiting(id, tell).or(() -> requestCancel(id)).or(() -> cancelWaiting(id, tell));
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
}

package io.obox.queue.internal.handler;

import io.obox.job.Job;
import io.obox.queue.internal.ledger.JobRow;
import io.obox.queue.internal.ledger.Recovery;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells domains that their jobs have ended, in the transaction in which they do. */
public final class Endings {
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Handlers handlers;
    private final Recovery recovery;

    /** Where a handler is away, the ledger keeps that it is still to be told. */
    public Endings(Handlers handlers, Recovery recovery) {
        this.handlers = handlers;
        this.recovery = recovery;
    }

    /** Tells the handler that new work would go to, or has it told once there is one. */
    public void tell(JobRow row) {
        tell(row, null);
    }

    /**
     * Tells the handler, in the thread's transaction.
     *
     * @param own the one that did the work, as long as it is there
     * @throws EndingFailure if it fails, be it by an Error
     */
    public void tell(JobRow row, @Nullable Binding own) {
        Job job = row.job();
        Optional<Binding> handler = own != null && handlers.holds(own) ? Optional.of(own) : handlers.find(job.kind());
        if (handler.isEmpty()) {
            recovery.oweEnding(job.id(), Duration.ZERO);
        } else if (handler.get().tellsEnds()) {
            tell(handler.get(), row);
        }
    }

    private static void tell(Binding handler, JobRow row) {
        try {
            handler.ended(row.args(), row.job().state(), row.job().problem());
        } catch (Throwable e) {
            throw new EndingFailure(e);
        }
    }

    /** Has the domain told later, because it failed when it was told now. */
    public void owe(JobRow row) {
        recovery.oweEnding(row.job().id(), PAUSE);
    }
}

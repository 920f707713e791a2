package io.obox.queue.internal.handler;

import io.obox.queue.internal.ledger.JobRow;
import io.obox.queue.internal.ledger.Recovery;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tells domains that their jobs have ended, in the transaction in which they do. Of those of third-party bundles only a few are
 * told at once; the ledger keeps that the others are still to be told.
 */
public final class Endings {
    /** How long a domain is left alone that has failed. */
    private static final Duration PAUSE = Duration.ofMinutes(1);
    /** How long a job waits to end while too many domains are being told. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    /** After how long a domain is told that could not be told at once. */
    private static final Duration SOON = Duration.ofSeconds(5);

    private final Handlers handlers;
    private final Recovery recovery;
    private final TellingRoom room;

    /** Where a handler is away, the ledger keeps that it is still to be told. */
    public Endings(Handlers handlers, Recovery recovery) {
        this.handlers = handlers;
        this.recovery = recovery;
        this.room = handlers.tellingRoom();
    }

    /**
     * Ends a job. Room for telling its domain is waited for before that, so that nobody waits with a transaction.
     *
     * @param kind of the job
     * @param own the handler that did the work, to be told as long as it is there
     * @param end does it, and has the domain told by what it is given
     */
    public <T> T ending(String kind, @Nullable Binding own, Function<Consumer<JobRow>, T> end) {
        Binding handler = handler(kind, own)
                .filter(told -> told.tellsEnds() && !told.isOwn())
                .orElse(null);
        if (handler == null) {
            return end.apply(row -> tell(row, own));
        }
        if (!room.enter(handler.owner(), PATIENCE)) {
            return end.apply(row -> recovery.oweEnding(row.job().id(), SOON));
        }
        try {
            return end.apply(row -> call(handler, row));
        } finally {
            room.leave(handler.owner());
        }
    }

    private Optional<Binding> handler(String kind, @Nullable Binding own) {
        return own != null && handlers.holds(own) ? Optional.of(own) : handlers.find(kind);
    }

    /**
     * Tells the handler that new work would go to, in the thread's transaction, or has it told once that is possible.
     *
     * @throws EndingFailure if it fails, be it by an Error
     */
    public void tell(JobRow row) {
        tell(row, null);
    }

    private void tell(JobRow row, @Nullable Binding own) {
        Optional<Binding> handler = handler(row.job().kind(), own);
        if (handler.isEmpty()) {
            recovery.oweEnding(row.job().id(), Duration.ZERO);
        } else if (handler.get().tellsEnds()) {
            tellIfRoom(row, handler.get());
        }
    }

    private void tellIfRoom(JobRow row, Binding handler) {
        if (handler.isOwn()) {
            call(handler, row);
        } else if (room.enter(handler.owner(), Duration.ZERO)) {
            try {
                call(handler, row);
            } finally {
                room.leave(handler.owner());
            }
        } else {
            recovery.oweEnding(row.job().id(), SOON);
        }
    }

    /** The same, but third-party bundles are told soon, on threads that nobody else waits for. */
    public void tellOwn(JobRow row) {
        Optional<Binding> handler = handlers.find(row.job().kind());
        if (handler.isPresent() && handler.get().isOwn()) {
            tell(row, handler.get());
        } else if (handler.isEmpty() || handler.get().tellsEnds()) {
            recovery.oweEnding(row.job().id(), Duration.ZERO);
        }
    }

    private static void call(Binding handler, JobRow row) {
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

    /** The kinds of OBox's own domains. */
    public Set<String> ownKinds() {
        return handlers.kinds(Binding::isOwn);
    }

    /** The kinds of the other domains, of those that could be told now. */
    public Set<String> otherKinds() {
        return handlers.kinds(handler -> !handler.isOwn() && room.has(handler.owner()));
    }
}

package io.obox.web.internal.gateway;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/** Counts who is inside. Once it is closed nobody enters any more, and the last one who leaves is noticed. */
public final class InFlight {
    private static final long CLOSED = Long.MIN_VALUE;

    private final AtomicLong state = new AtomicLong();
    private final CompletableFuture<Void> empty = new CompletableFuture<>();

    /** Lets one in, who must {@link #leave}; false if it is closed. */
    public boolean enter() {
        long now = state.get();
        while (now >= 0) {
            if (state.compareAndSet(now, now + 1)) {
                return true;
            }
            now = state.get();
        }
        return false;
    }

    /** Lets one out. */
    public void leave() {
        if (state.decrementAndGet() == CLOSED) {
            empty.complete(null);
        }
    }

    /** Lets nobody in any more. Done once all have left. */
    public CompletableFuture<Void> close() {
        if (state.getAndUpdate(now -> now | CLOSED) == 0) {
            empty.complete(null);
        }
        return empty;
    }
}

package io.obox.http.internal;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** A request whose body is still coming. Only the time counts in which somebody waits for it. */
final class Body extends Request.Wrapper {
    private static final long NEVER = -1;

    private final LongSupplier clock;
    private volatile long awaitedSince = NEVER;
    private long waited;
    private long bytes;

    Body(Request request, LongSupplier clock) {
        super(request);
        this.clock = clock;
    }

    /** Whether a request has one at all. */
    static boolean isIn(Request request) {
        return request.getLength() > 0 || request.getHeaders().contains("Transfer-Encoding");
    }

    @Override
    public Content.@Nullable Chunk read() {
        Content.Chunk chunk = super.read();
        if (chunk == null) {
            await();
        } else {
            receive(chunk);
        }
        return chunk;
    }

    private synchronized void await() {
        if (awaitedSince == NEVER) {
            awaitedSince = clock.getAsLong();
        }
    }

    private synchronized void receive(Content.Chunk chunk) {
        if (awaitedSince != NEVER) {
            waited += clock.getAsLong() - awaitedSince;
            awaitedSince = NEVER;
        }
        bytes += chunk.remaining();
    }

    /** Since when it is waited for, or -1 if it is not. */
    long awaitedSince() {
        return awaitedSince;
    }

    synchronized boolean isTooSlow(long now, Patience patience) {
        return awaitedSince != NEVER && patience.isOver(bytes, Duration.ofNanos(waited + now - awaitedSince));
    }
}

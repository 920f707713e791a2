package io.obox.http.internal;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * What is sent on one connection. Only the time counts in which nothing more can be sent, because the client has not taken
 * what came before. Lateness adds up from answer to answer, so that many small ones can't be taken more slowly than a large one.
 */
final class SendProgress {
    private static final long NEVER = -1;

    private final LongSupplier clock;
    private final Patience patience;
    private @Nullable Part blocked;
    private Duration late = Duration.ZERO;
    private volatile long awaitedSince = NEVER;

    SendProgress(LongSupplier clock, Patience patience) {
        this.clock = clock;
        this.patience = patience;
    }

    /** The same stream, watched. */
    HttpStream watched(HttpStream stream) {
        return new HttpStream.Wrapper(stream) {
            @Override
            public void send(
                    MetaData.Request request,
                    MetaData.@Nullable Response response,
                    boolean last,
                    @Nullable ByteBuffer content,
                    Callback callback) {
                Part part = new Part(content, callback);
                super.send(request, response, last, content, part);
                part.await();
            }
        };
    }

    /** Since when the client is waited for, or -1 if it is not. */
    long awaitedSince() {
        return awaitedSince;
    }

    synchronized boolean isTooSlow(long now) {
        if (blocked != null) {
            blocked.count(now);
        }
        return blocked != null && late.compareTo(patience.answers()) > 0;
    }

    /** A part of an answer. */
    private final class Part extends Callback.Nested {
        private final ByteBuffer content;
        private int left;
        private long counted = clock.getAsLong();
        private boolean sent;

        Part(@Nullable ByteBuffer content, Callback callback) {
            super(callback);
            this.content = content == null ? ByteBuffer.allocate(0) : content;
            this.left = this.content.remaining();
        }

        /** Jetty has sent what it could. */
        private void await() {
            synchronized (SendProgress.this) {
                if (!sent) {
                    blocked = this;
                    awaitedSince = counted;
                }
            }
        }

        /** What was taken faster than it has to be gives no credit. */
        private void count(long now) {
            int remaining = content.remaining();
            Duration sum = late.plusNanos(now - counted).minus(patience.timeFor(left - remaining));
            late = sum.isNegative() ? Duration.ZERO : sum;
            left = remaining;
            counted = now;
        }

        @Override
        public void completed() {
            synchronized (SendProgress.this) {
                sent = true;
                if (blocked == this) {
                    count(clock.getAsLong());
                    blocked = null;
                    awaitedSince = NEVER;
                }
            }
        }
    }
}

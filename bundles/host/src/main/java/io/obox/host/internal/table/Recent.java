package io.obox.host.internal.table;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that may be a little old, for decisions that somebody else has the last word on. Thread-safe. */
final class Recent<T> {
    private record Read<T>(T value, long nanos) {}

    private final Supplier<T> source;
    private final Duration maxAge;
    private volatile @Nullable Read<T> last;

    /** Read from the source again when it is older than this. */
    public Recent(Supplier<T> source, Duration maxAge) {
        this.source = source;
        this.maxAge = maxAge;
    }

    /** The value as it was not longer ago than the age allows. */
    public T get() {
        Read<T> read = last;
        return read == null || System.nanoTime() - read.nanos() > maxAge.toNanos() ? fresh() : read.value();
    }

    /** The value as it is now. */
    public T fresh() {
        long now = System.nanoTime();
        T value = source.get();
        last = new Read<>(value, now);
        return value;
    }
}

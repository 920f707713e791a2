package io.obox.platform.internal.step;

import io.obox.platform.internal.refusal.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for a state that comes about by itself. */
final class Await {
    private static final Duration PAUSE = Duration.ofMillis(20);
    /** So much earlier than the limit of the whole step, so that its fault is told and not only that it took too long. */
    private static final Duration MARGIN = Duration.ofSeconds(2);

    private Await() {}

    /** Until there are no faults; refuses with those that are left. */
    static void none(Supplier<List<String>> faults, Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.minus(MARGIN).toNanos();
        for (List<String> now = faults.get(); !now.isEmpty(); now = faults.get()) {
            if (System.nanoTime() > end) {
                throw Refusal.of(Refusal.sentence(String.join("; ", now)));
            }
            Thread.sleep(PAUSE);
        }
    }

    /** While something is so, and no longer than the limit. */
    static void quietly(BooleanSupplier so, Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (so.getAsBoolean() && System.nanoTime() < end) {
            Thread.sleep(PAUSE);
        }
    }
}

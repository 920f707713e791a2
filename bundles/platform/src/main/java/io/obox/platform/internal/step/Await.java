package io.obox.platform.internal.step;

import io.obox.message.Message;
import io.obox.platform.internal.message.UpdateMessage;
import io.obox.platform.internal.refusal.Refusal;
import io.obox.problem.ProblemException;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** Waits for a state that comes about by itself. */
final class Await {
    private static final Duration PAUSE = Duration.ofMillis(20);
    /** So much earlier than the limit of the whole step, so that its fault is told and not only that it took too long. */
    private static final Duration MARGIN = Duration.ofSeconds(2);

    /** So long may what has failed be mended by what it needs coming anew. */
    private static final Duration MOMENT = Duration.ofSeconds(1);

    private Await() {}

    /**
     * Until there are no faults; refuses with those that are left at the limit.
     *
     * @param failures what nobody tries again; if there are any for a moment on end, they are refused with at once
     */
    static void none(Supplier<List<Message>> faults, Supplier<List<Message>> failures, Duration limit)
            throws InterruptedException {
        long end = System.nanoTime() + limit.minus(MARGIN).toNanos();
        long hopeAt = System.nanoTime();
        for (List<Message> now = faults.get(); !now.isEmpty(); now = faults.get()) {
            List<Message> failed = failures.get();
            if (failed.isEmpty()) {
                hopeAt = System.nanoTime();
            } else if (System.nanoTime() - hopeAt > MOMENT.toNanos()) {
                throw refusal(failed);
            }
            if (System.nanoTime() > end) {
                throw refusal(now);
            }
            Thread.sleep(PAUSE);
        }
    }

    private static ProblemException refusal(List<Message> faults) {
        return Refusal.of(UpdateMessage.FAULTY.with(faults.reversed().stream()
                .reduce((others, first) -> UpdateMessage.FAULTS.with(first, others))
                .orElseThrow()));
    }
}

package io.obox.queue.internal.execution;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The attempts that this worker holds. */
final class Attempts {
    private final Map<UUID, Attempt> byJob = new ConcurrentHashMap<>();

    void add(Attempt attempt) {
        Attempt before = byJob.put(attempt.jobId(), attempt);
        if (before != null) {
            before.stop(Stop.LOST);
        }
    }

    /** The attempt is over, whether it came to anything or not. */
    void remove(Attempt attempt) {
        byJob.remove(attempt.jobId(), attempt);
        attempt.end();
    }

    @Nullable
    Attempt find(UUID jobId) {
        return byJob.get(jobId);
    }

    Collection<Attempt> all() {
        return byJob.values();
    }

    List<Attempt> matching(Predicate<Attempt> condition) {
        return byJob.values().stream().filter(condition).toList();
    }

    /** Waits until the attempts are over; false if some were not in time. */
    static boolean awaitEnd(Collection<Attempt> attempts, Duration longest) throws InterruptedException {
        long deadline = System.nanoTime() + longest.toNanos();
        boolean all = true;
        for (Attempt attempt : attempts) {
            all &= attempt.awaitEnd(deadline);
        }
        return all;
    }
}

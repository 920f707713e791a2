package io.obox.queue.internal.execution;

import io.obox.problem.ProblemException;
import io.obox.queue.internal.handler.Binding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that every attempt is settled. Those that are done and of which no domain needs to be told are gathered, and
 * settled together while the next ones gather. While the database is away nothing is given up: the lease tells in the end
 * whether it counted.
 */
final class Settler implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Settler.class);
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final int GROUP = 1000;
    private static final int TRIES = 5;

    private final LinkedBlockingQueue<Attempt> done = new LinkedBlockingQueue<>();
    private final Settlement settlement;
    private final Attempts attempts;
    // no virtual thread: handlers may hold all carriers in native calls
    private final Thread thread =
            Thread.ofPlatform().daemon().name("obox-queue-settler").unstarted(this);
    private volatile boolean closed;

    Settler(Settlement settlement, Attempts attempts) {
        this.settlement = settlement;
        this.attempts = attempts;
    }

    void start() {
        thread.start();
    }

    /** Writes what there is, but waits for no database any more. */
    void close() throws InterruptedException {
        closed = true;
        thread.join(Duration.ofSeconds(5));
    }

    /** Takes over an attempt whose handler has returned. */
    void settle(Attempt attempt, Outcome outcome) {
        try {
            attempt.journal().seal();
            if (attempt.stopReason() == Stop.LOST) {
                Settlement.noteLost(attempt);
                attempts.remove(attempt);
            } else if (outcome instanceof Outcome.Done && attempt.stopReason() == null && !tellsEnds(attempt)) {
                done.add(attempt);
            } else {
                settleAlone(attempt, outcome);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A handler that has just gone can't say; then the ending finds another, or is kept for later. */
    private static boolean tellsEnds(Attempt attempt) {
        try {
            Binding handler = attempt.binding();
            return handler == null || handler.tellsEnds();
        } catch (RuntimeException e) {
            return true;
        }
    }

    private void settleAlone(Attempt attempt, Outcome outcome) throws InterruptedException {
        int tries = 0;
        while (attempt.stopReason() != Stop.LOST) {
            try {
                if (!settlement.write(attempt, outcome)) {
                    Settlement.noteLost(attempt);
                }
                break;
            } catch (RuntimeException e) {
                boolean hopeless = !unavailable(e) && ++tries == TRIES;
                if (closed || hopeless) {
                    LOG.error("The end of {} could not be written; its lease will run out", attempt, e);
                    break;
                }
                Thread.sleep(PAUSE);
            }
        }
        attempts.remove(attempt);
    }

    @Override
    public void run() {
        try {
            while (!closed || !done.isEmpty()) {
                settleGroup(next());
            }
        } catch (InterruptedException e) {
            LOG.debug("Stopped while {} attempts were to be settled", done.size());
        }
    }

    private List<Attempt> next() throws InterruptedException {
        List<Attempt> group = new ArrayList<>();
        Attempt first = done.poll(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        if (first != null) {
            group.add(first);
            done.drainTo(group, GROUP - 1);
        }
        return group;
    }

    private void settleGroup(List<Attempt> group) throws InterruptedException {
        while (!group.isEmpty()) {
            try {
                settlement.completeAll(group);
                group.forEach(attempts::remove);
                return;
            } catch (RuntimeException e) {
                if (closed || !unavailable(e)) {
                    group.forEach(this::settleOnItsOwnThread);
                    return;
                }
                Thread.sleep(PAUSE);
            }
        }
    }

    private void settleOnItsOwnThread(Attempt attempt) {
        Thread.ofVirtual().name("obox-settle-" + attempt.jobId()).start(() -> {
            try {
                settleAlone(attempt, new Outcome.Done());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private static boolean unavailable(RuntimeException fault) {
        return fault instanceof ProblemException known && known.problem().status() == 503;
    }
}

package io.obox.queue.internal.execution;

import io.obox.problem.ProblemException;
import io.obox.queue.internal.handler.Binding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
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
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int GROUP = 1000;
    private static final int TRIES = 5;
    private static final int ASIDE = 4;
    private static final Duration IDLE = Duration.ofSeconds(5);

    private final LinkedBlockingQueue<Attempt> done = new LinkedBlockingQueue<>();
    private final Settlement settlement;
    private final Attempts attempts;
    // no virtual thread: handlers may hold all carriers in native calls
    private final Thread thread = Thread.ofPlatform()
            .inheritInheritableThreadLocals(false)
            .daemon()
            .name("obox-queue-settler")
            .unstarted(new FutureTask<>(this, null));
    private final ThreadPoolExecutor aside = new ThreadPoolExecutor(
            ASIDE,
            ASIDE,
            IDLE.toMillis(),
            TimeUnit.MILLISECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform()
                    .inheritInheritableThreadLocals(false)
                    .daemon()
                    .name("obox-settle-", 0)
                    .factory());
    private volatile boolean closed;

    Settler(Settlement settlement, Attempts attempts) {
        this.settlement = settlement;
        this.attempts = attempts;
        aside.allowCoreThreadTimeOut(true);
    }

    void start() {
        thread.start();
    }

    /** Writes what there is, but waits for no database any more. */
    void close() throws InterruptedException {
        closed = true;
        aside.shutdown();
        thread.join(PATIENCE);
        if (!aside.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.debug("Some ends are still being written");
        }
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
                settleAlone(attempt, outcome, true);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Settles an attempt without its own thread: one that did not begin, or whose handler was given up. */
    void settleAside(Attempt attempt, Outcome outcome) {
        try {
            aside.execute(() -> settleAside(attempt, outcome, false));
        } catch (RejectedExecutionException e) {
            attempts.remove(attempt);
        }
    }

    private void settleAside(Attempt attempt, Outcome outcome, boolean tellNow) {
        try {
            attempt.journal().seal();
            settleAlone(attempt, outcome, tellNow);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            attempt.stop(Stop.LOST);
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

    private void settleAlone(Attempt attempt, Outcome outcome, boolean tellNow) throws InterruptedException {
        int tries = 0;
        while (attempt.stopReason() != Stop.LOST) {
            try {
                if (!settlement.write(attempt, outcome, tellNow)) {
                    Settlement.noteLost(attempt);
                }
                break;
            } catch (RuntimeException | Error e) {
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
            } catch (RuntimeException | Error e) {
                if (closed || !unavailable(e)) {
                    group.forEach(attempt -> settleAside(attempt, new Outcome.Done()));
                    return;
                }
                Thread.sleep(PAUSE);
            }
        }
    }

    private static boolean unavailable(Throwable fault) {
        return fault instanceof ProblemException known && known.problem().status() == 503;
    }
}

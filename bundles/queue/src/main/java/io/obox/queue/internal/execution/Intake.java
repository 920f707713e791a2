package io.obox.queue.internal.execution;

import io.obox.problem.ProblemException;
import io.obox.queue.internal.change.Changes;
import io.obox.queue.internal.dispatch.Dispatch;
import io.obox.queue.internal.ledger.Capability;
import io.obox.queue.internal.ledger.Claims;
import io.obox.queue.internal.ledger.JobRow;
import io.obox.queue.internal.ledger.Worker;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes jobs as long as there is room: those that Redis names, and now and then, or while Redis is away, those that the ledger
 * finds by itself. So a job that Redis has lost waits no longer than a tick.
 */
final class Intake implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
    private static final int TRIES = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Supplier<Worker> worker;
    private final Supplier<Tuning> tuning;
    private final Supplier<Capability> able;
    private final Dispatch dispatch;
    private final Claims claims;
    private final Changes changes;
    private final Slots slots;
    private final Signal signal;
    private final Consumer<Attempt> begin;
    // no virtual thread: handlers may hold all carriers in native calls
    private final Thread thread = Thread.ofPlatform()
            .inheritInheritableThreadLocals(false)
            .daemon()
            .name("obox-queue-intake")
            .unstarted(new FutureTask<>(this, null));

    private volatile boolean closed;
    private volatile long lastStep = System.nanoTime();
    private long lastLook;

    Intake(
            Supplier<Worker> worker,
            Supplier<Tuning> tuning,
            Supplier<Capability> able,
            Dispatch dispatch,
            Claims claims,
            Changes changes,
            Slots slots,
            Signal signal,
            Consumer<Attempt> begin) {
        this.worker = worker;
        this.tuning = tuning;
        this.able = able;
        this.dispatch = dispatch;
        this.claims = claims;
        this.changes = changes;
        this.slots = slots;
        this.signal = signal;
        this.begin = begin;
    }

    void start() {
        lastLook = System.nanoTime() - tuning.get().tick().toNanos();
        thread.start();
    }

    /** Takes no more jobs; what it is taking right now is given back. */
    void close() {
        closed = true;
        signal.raise();
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean closed() {
        return closed;
    }

    /** How long ago it last looked for work. */
    Duration silence() {
        return Duration.ofNanos(System.nanoTime() - lastStep);
    }

    @Override
    public void run() {
        while (!closed) {
            lastStep = System.nanoTime();
            try {
                if (!step()) {
                    signal.await(pause());
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | Error e) {
                rest(e);
            }
        }
    }

    /** Redis wakes all workers; without it each one has to look more often. */
    private Duration pause() {
        Duration tick = tuning.get().tick();
        return Boolean.TRUE.equals(dispatch.up()) ? tick : tick.dividedBy(2);
    }

    private void rest(Throwable fault) {
        if (fault instanceof ProblemException) {
            LOG.debug("No jobs can be taken at the moment", fault);
        } else {
            LOG.error("Jobs could not be taken", fault);
        }
        try {
            signal.await(tuning.get().tick());
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    /** Whether it found something, so that there may be more. */
    private boolean step() {
        int room = slots.room();
        Capability now = room == 0 ? Capability.NONE : able.get();
        if (now.none()) {
            return false;
        }
        List<UUID> offered = dispatch.take(now, room);
        int taken = offered.isEmpty() ? 0 : begin(lease -> claims.claim(worker.get(), lease, now, offered));
        if (offered.size() < room && timeToLook()) {
            int left = room - taken;
            taken += begin(lease -> claims.claimInTurn(worker.get(), lease, now, left));
            lastLook = System.nanoTime();
        }
        return taken > 0 || !offered.isEmpty();
    }

    private boolean timeToLook() {
        return !Boolean.TRUE.equals(dispatch.up())
                || System.nanoTime() - lastLook >= tuning.get().tick().toNanos();
    }

    private interface Claiming {
        List<JobRow> claim(Duration lease);
    }

    private int begin(Claiming claiming) {
        long asked = System.nanoTime();
        Duration lease = tuning.get().lease();
        List<JobRow> rows = claim(claiming, lease);
        for (JobRow row : rows) {
            Attempt attempt = new Attempt(row, asked, lease);
            if (closed) {
                attempt.stop(Stop.RELEASED);
            }
            begin.accept(attempt);
        }
        changes.moved(rows);
        return rows.size();
    }

    /** Two workers may take two jobs of one exclusive key at the same moment; the database refuses the second, once. */
    private static List<JobRow> claim(Claiming claiming, Duration lease) {
        for (int i = 1; ; i++) {
            try {
                return claiming.claim(lease);
            } catch (ProblemException e) {
                if (e.problem().status() != 409 || i == TRIES) {
                    throw e;
                }
            }
        }
    }
}

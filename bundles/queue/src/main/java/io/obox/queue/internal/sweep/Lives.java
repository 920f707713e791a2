package io.obox.queue.internal.sweep;

import io.obox.queue.internal.ledger.Capability;
import io.obox.queue.internal.ledger.Recovery;
import io.obox.queue.internal.ledger.Recovery.Life;
import io.obox.queue.internal.ledger.Worker;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out that an earlier life of this node is over, so that its jobs need not wait for their leases. It is over if it has
 * been silent, and the process that it was no longer exists on this machine. Of other nodes nothing is known but their leases.
 */
public final class Lives {
    private static final Logger LOG = LoggerFactory.getLogger(Lives.class);
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(2);

    private final Supplier<Worker> worker;
    private final Supplier<Capability> able;
    private final Recovery recovery;

    /** Of the worker's node. */
    public Lives(Supplier<Worker> worker, Supplier<Capability> able, Recovery recovery) {
        this.worker = worker;
        this.able = able;
        this.recovery = recovery;
    }

    /** Says that this life goes on, and what it can do. */
    public void beat() {
        recovery.beat(worker.get(), ProcessHandle.current(), able.get());
    }

    /** Ends the leases of earlier lives that are over. */
    public void takeBack(Duration silence) {
        Set<UUID> dead = recovery.silent(worker.get(), silence).stream()
                .filter(life -> !exists(life))
                .map(Life::id)
                .collect(Collectors.toUnmodifiableSet());
        if (!dead.isEmpty()) {
            LOG.info(
                    "Taking back the jobs of an earlier life of node {}",
                    worker.get().node());
            recovery.forfeit(dead);
        }
    }

    /** This life ends as it should. */
    public void end() {
        recovery.forfeit(Set.of(worker.get().id()));
    }

    /** Process ids are used again; with its start a process is itself. */
    private static boolean exists(Life life) {
        return ProcessHandle.of(life.pid())
                .filter(ProcessHandle::isAlive)
                .map(process -> process.info().startInstant().orElse(life.processStarted()))
                .filter(started -> near(started, life.processStarted()))
                .isPresent();
    }

    private static boolean near(Instant one, Instant other) {
        return Duration.between(one, other).abs().compareTo(CLOCK_TOLERANCE) < 0;
    }
}

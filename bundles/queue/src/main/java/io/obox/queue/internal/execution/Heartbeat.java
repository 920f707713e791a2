package io.obox.queue.internal.execution;

import io.obox.queue.internal.change.Changes;
import io.obox.queue.internal.ledger.Finishes.ClaimedJob;
import io.obox.queue.internal.ledger.Leases;
import io.obox.queue.internal.ledger.Leases.Report;
import io.obox.queue.internal.ledger.Leases.Standing;
import io.obox.queue.internal.ledger.Worker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** What is done for running attempts from time to time, for all of them at once. */
final class Heartbeat {
    /** How long an interrupted handler has to return. */
    static final Duration LAST = Duration.ofSeconds(2);

    private final Supplier<Worker> worker;
    private final Supplier<Tuning> tuning;
    private final Leases leases;
    private final Attempts attempts;
    private final Changes changes;
    private final Runner runner;

    Heartbeat(
            Supplier<Worker> worker,
            Supplier<Tuning> tuning,
            Leases leases,
            Attempts attempts,
            Changes changes,
            Runner runner) {
        this.worker = worker;
        this.tuning = tuning;
        this.leases = leases;
        this.attempts = attempts;
        this.changes = changes;
        this.runner = runner;
    }

    /** Writes what attempts have reported since the last time. */
    void report() {
        Map<Attempt, Report> reports = new LinkedHashMap<>();
        attempts.all().forEach(attempt -> attempt.journal().begin().ifPresent(report -> reports.put(attempt, report)));
        if (reports.isEmpty()) {
            return;
        }
        Map<UUID, Standing> written = Map.of();
        try {
            written = leases.report(worker.get(), reports.values());
        } finally {
            for (Map.Entry<Attempt, Report> one : reports.entrySet()) {
                one.getKey()
                        .journal()
                        .wrote(one.getValue(), written.containsKey(one.getKey().jobId()));
            }
        }
        for (Attempt attempt : reports.keySet()) {
            Standing now = written.get(attempt.jobId());
            if (now != null) {
                changes.progressed(attempt.row(), now.progress(), now.version());
            }
        }
    }

    /** Renews leases of which a third has passed. */
    void renew() {
        Duration lease = tuning.get().lease();
        long now = System.nanoTime();
        long third = lease.toNanos() / 3;
        List<Attempt> due = attempts.matching(attempt -> now - attempt.renewedAt() >= third);
        if (!due.isEmpty()) {
            Set<UUID> renewed = leases.renew(worker.get(), lease, claims(due));
            due.stream()
                    .filter(attempt -> renewed.contains(attempt.jobId()))
                    .forEach(attempt -> attempt.renewed(now, lease));
        }
    }

    /** Stops attempts that no longer count or are to be cancelled. */
    void watch() {
        List<Attempt> running = new ArrayList<>(attempts.all());
        if (running.isEmpty()) {
            return;
        }
        Leases.Watch found = leases.watch(worker.get(), claims(running));
        for (Attempt attempt : running) {
            if (found.lost().contains(attempt.jobId())) {
                attempt.stop(Stop.LOST);
            } else if (found.cancelled().contains(attempt.jobId())) {
                attempt.stop(Stop.CANCELLED);
            }
        }
    }

    /** Stops attempts that take too long or whose lease may have run out unseen, and gives back those that wait here while others are free. */
    void giveUp() {
        Duration patience = tuning.get().tick();
        attempts.matching(attempt -> attempt.leaseDoubtful() || attempt.parkedFor(patience))
                .forEach(attempt -> attempt.stop(Stop.RELEASED));
        attempts.matching(attempt -> attempt.overdueFor(Duration.ZERO)).forEach(attempt -> attempt.stop(Stop.OVERDUE));
        attempts.matching(attempt -> attempt.overdueFor(LAST)).forEach(runner::abandon);
        endTellings(tuning.get().telling());
    }

    private void endTellings(Duration deadline) {
        attempts.matching(attempt -> attempt.telling().lasts(deadline))
                .forEach(attempt -> attempt.telling().interrupt());
        attempts.matching(attempt -> attempt.telling().lasts(deadline.plus(LAST)))
                .forEach(runner::giveUpTelling);
    }

    private static List<ClaimedJob> claims(List<Attempt> attempts) {
        return attempts.stream().map(Attempt::claim).toList();
    }
}

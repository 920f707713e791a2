package io.obox.queue.internal.ledger;

import io.obox.job.JobState;
import io.obox.job.WaitReason;
import io.obox.queue.internal.ledger.LivingWorkers.Able;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells why jobs wait that no living worker can do at the moment. */
final class WaitReasons {
    private final LivingWorkers workers;

    WaitReasons(LivingWorkers workers) {
        this.workers = workers;
    }

    /** The jobs of these rows, in their order. */
    List<JobDocument> explain(List<JobRow> rows) {
        if (rows.stream().noneMatch(WaitReasons::waits)) {
            return rows.stream().map(JobRow::job).toList();
        }
        List<Able> alive = workers.recently();
        return rows.stream()
                .map(row -> waits(row) ? row.job().withWaitReason(reason(row, alive)) : row.job())
                .toList();
    }

    private static boolean waits(JobRow row) {
        return row.job().state() == JobState.AVAILABLE;
    }

    private static @Nullable WaitReason reason(JobRow row, List<Able> alive) {
        String kind = row.job().kind();
        List<Able> handling = alive.stream().filter(able -> able.handles(kind)).toList();
        if (handling.stream().anyMatch(able -> able.meets(row.needs()))) {
            return null;
        }
        if (handling.isEmpty() && !alive.isEmpty()) {
            return WaitReason.kindUnhandled(kind);
        }
        if (row.needs().none()) {
            // no worker lives at all: nobody can tell what the next one will be able to do
            return null;
        }
        List<Set<String>> reached = handling.stream().map(Able::places).toList();
        return WaitReason.placesUnreached(row.needs().missing(reached));
    }
}

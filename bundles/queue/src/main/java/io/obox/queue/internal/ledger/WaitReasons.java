package io.obox.queue.internal.ledger;

import io.obox.job.JobState;
import io.obox.job.WaitReason;
import io.obox.persistence.Transactions;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells why jobs wait that no living worker can do at the moment. */
final class WaitReasons {
    private final Transactions transactions;

    WaitReasons(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Null where a worker does not say what it can do, because it is of a version that knows nothing of places. */
    private record Able(@Nullable Set<String> kinds, Set<String> places) {
        static Able read(ResultSet row) throws SQLException {
            Set<String> kinds = texts(row.getArray("kinds"));
            Set<String> places = texts(row.getArray("places"));
            return new Able(kinds, places == null ? Set.of() : places);
        }

        private static @Nullable Set<String> texts(@Nullable Array column) throws SQLException {
            return column == null ? null : Set.of((String[]) column.getArray());
        }

        boolean handles(String kind) {
            return kinds == null || kinds.contains(kind);
        }

        boolean meets(Needs needs) {
            return kinds == null || needs.metBy(places);
        }
    }

    /** The jobs of these rows, in their order. */
    List<JobDocument> explain(List<JobRow> rows) {
        if (rows.stream().noneMatch(WaitReasons::waits)) {
            return rows.stream().map(JobRow::job).toList();
        }
        List<Able> alive = transactions.sql(connection -> Sql.LIVING_WORKERS.query(connection, Able::read));
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
        return WaitReason.placeUnreached(String.join(", ", row.needs().missing(reached)));
    }
}

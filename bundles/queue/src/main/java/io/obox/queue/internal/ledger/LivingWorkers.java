package io.obox.queue.internal.ledger;

import io.obox.job.JobRequest;
import io.obox.persistence.Transactions;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the workers of all nodes can do that live at the moment, by what they say of themselves. Thread-safe. */
public final class LivingWorkers {
    private static final Duration RECENT = Duration.ofSeconds(1);

    private final Transactions transactions;
    private volatile @Nullable Read last;

    /** Over the bundle's transactions. */
    public LivingWorkers(Transactions transactions) {
        this.transactions = transactions;
    }

    private record Read(List<Able> workers, long nanos) {}

    /**
     * One of them.
     *
     * @param kinds null where it does not say, because it is of a version that knows nothing of places
     */
    record Able(@Nullable Set<String> kinds, Set<String> places) {
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

    /** All of them; what they said may be a second old, which is less than they take to say it again. */
    List<Able> recently() {
        Read read = last;
        return read == null || System.nanoTime() - read.nanos() > RECENT.toNanos() ? now() : read.workers();
    }

    private List<Able> now() {
        long began = System.nanoTime();
        List<Able> found = transactions.sql(connection -> LedgerSql.LIVING_WORKERS.query(connection, Able::read));
        last = new Read(found, began);
        return found;
    }

    /** Whether one of them could do the job. */
    public boolean couldDo(JobRequest request) {
        Needs needs = Needs.of(request.places());
        return recently().stream().anyMatch(able -> able.handles(request.kind()) && able.meets(needs));
    }
}

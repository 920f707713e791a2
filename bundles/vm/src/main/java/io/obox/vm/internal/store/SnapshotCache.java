package io.obox.vm.internal.store;

import io.obox.persistence.Transactions;
import io.obox.persistence.sql.Sql;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Keeps answers for exactly as long as nothing in the database changes, whoever changes it, on whichever node.
 *
 * <p>PostgreSQL's snapshot names the transactions whose changes can be seen. Two snapshots that are the same show the same.
 * So an answer that was computed after a snapshot was taken is still right when a later request finds the same snapshot: and
 * to ask for it costs a fraction of computing a list. There is nothing to invalidate, and nobody can read what is old.
 */
@Component(service = SnapshotCache.class)
public final class SnapshotCache {
    // the function's newer name, pg_current_snapshot, is taken by the transactions for one that may write
    private static final Sql SNAPSHOT = new Sql("select txid_current_snapshot()::text");
    private static final int MAX_ENTRIES = 100;

    private record Kept(String snapshot, Object answer) {}

    private final Transactions transactions;
    private final Map<Object, Kept> entries = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Kept> eldest) {
            return size() > MAX_ENTRIES;
        }
    });

    /** Of the bundle's database. */
    @Activate
    public SnapshotCache(@Reference Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * The answer to a question.
     *
     * @param question equal for equal questions; holds all that the answer depends on, but for the database
     * @param type of the answer
     * @param compute reads the database
     */
    public <T> T answer(Object question, Class<T> type, Supplier<T> compute) {
        String now = snapshot();
        @Nullable Kept known = entries.get(question);
        if (known != null && known.snapshot().equals(now)) {
            return type.cast(known.answer());
        }
        T answer = compute.get();
        entries.put(question, new Kept(now, answer));
        return answer;
    }

    private String snapshot() {
        return transactions.sql(connection ->
                SNAPSHOT.first(connection, row -> row.getString(1)).orElseThrow());
    }
}

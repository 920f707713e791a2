package io.obox.queue.internal.ledger;

import io.obox.persistence.Transactions;
import io.obox.persistence.sql.Columns;
import io.obox.persistence.sql.Sql;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * How finished jobs go, oldest first, with their logs. Ids grow with time, so that the primary key finds the oldest: finished
 * jobs need no index of their own, which every job would have to pay for.
 */
public final class Aging {
    /** Ids are made by clocks of nodes, which may be wrong by as much. */
    private static final Duration SKEW = Duration.ofDays(1);

    private static final Sql DELETE_OLD = new Sql("""
        WITH old AS (
            SELECT id FROM job
            WHERE id < ? AND finished_at < now() - ? * interval '1 day' AND ending_due IS NULL
            ORDER BY id LIMIT ? FOR UPDATE SKIP LOCKED)
        DELETE FROM job USING old WHERE job.id = old.id""");

    private static final Sql NEWEST_SURPLUS =
            new Sql("SELECT id FROM job WHERE finished_at IS NOT NULL ORDER BY id DESC OFFSET ? LIMIT 1");

    /** Not those whose idempotency key is still good. */
    private static final Sql DELETE_SURPLUS = new Sql("""
        WITH surplus AS (
            SELECT id FROM job
            WHERE id <= ? AND finished_at IS NOT NULL AND ending_due IS NULL
              AND (idempotency_key IS NULL OR created_at <= now() - interval '24 hours')
            ORDER BY id LIMIT ? FOR UPDATE SKIP LOCKED)
        DELETE FROM job USING surplus WHERE job.id = surplus.id""");

    private final Transactions transactions;

    /** Over the bundle's transactions. */
    public Aging(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Deletes jobs that finished more than so many days ago, and tells how many. */
    public int deleteOld(int days, int limit) {
        UUID bound = idAt(Instant.now().minus(Duration.ofDays(days)).plus(SKEW));
        return transactions.sql(connection -> DELETE_OLD.update(connection, bound, days, limit));
    }

    /** The newest finished job that there are so many newer ones of; it and all older ones are too many. */
    public Optional<UUID> newestSurplus(int keep) {
        return transactions.sql(connection -> NEWEST_SURPLUS.first(connection, row -> Columns.id(row, "id"), keep));
    }

    /** Deletes finished jobs up to this one, and tells how many. */
    public int deleteSurplus(UUID newest, int limit) {
        return transactions.sql(connection -> DELETE_SURPLUS.update(connection, newest, limit));
    }

    /** The first id of a moment. */
    private static UUID idAt(Instant moment) {
        return new UUID(moment.toEpochMilli() << 16, Long.MIN_VALUE);
    }
}

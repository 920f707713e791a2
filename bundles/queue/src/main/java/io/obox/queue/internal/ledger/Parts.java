package io.obox.queue.internal.ledger;

import io.obox.message.Message;
import io.obox.persistence.Transactions;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What jobs with parts and their parts mean to each other. */
public final class Parts {
    private static final int BATCH = 100;

    private final StoredJson json = new StoredJson();
    private final Transactions transactions;

    /** Over the bundle's transactions. */
    public Parts(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Ends jobs that were only waiting for their parts, and records that their domains are to be told. */
    public List<JobRow> completeParents() {
        return transactions.sql(connection -> PartSql.COMPLETE_PARENTS.query(connection, JobRow.reader(json), BATCH));
    }

    /** Notes how far jobs are that are only waiting for their parts, and tells of which that has changed. */
    public List<JobRow> progress() {
        return transactions.sql(connection -> PartSql.PROGRESS_OF_PARENTS.query(connection, JobRow.reader(json)));
    }

    /** Begins the discarded parts of a job again, of these owners or, for null, of all. */
    public List<JobRow> retryOf(UUID parentId, @Nullable Set<UUID> owners) {
        UUID[] ids = owners == null ? null : owners.toArray(UUID[]::new);
        return transactions.sql(
                connection -> PartSql.RETRY_PARTS.query(connection, JobRow.reader(json), parentId, ids));
    }

    /** Ends the parts of a job that have not begun, and records that their domains are to be told. */
    public List<JobRow> cancelOf(UUID parentId) {
        return transactions.sql(connection -> PartSql.CANCEL_PARTS.query(connection, JobRow.reader(json), parentId));
    }

    /** Counts parts that are not made, and notes why. */
    public void skip(UUID parentId, List<Message> lines) {
        if (!lines.isEmpty()) {
            StoredMessage messages = new StoredMessage(json);
            transactions.sql(connection -> PartSql.SKIP.query(
                    connection,
                    row -> row,
                    lines.size(),
                    lines.size(),
                    parentId,
                    lines.size(),
                    keepable(lines),
                    lines.stream().map(messages::write).toArray(String[]::new)));
        }
    }

    /** A text of PostgreSQL can't hold NUL. */
    private static String[] keepable(List<Message> lines) {
        return lines.stream().map(line -> line.text().replace("\0", "")).toArray(String[]::new);
    }
}

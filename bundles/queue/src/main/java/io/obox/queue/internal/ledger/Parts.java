package io.obox.queue.internal.ledger;

import io.obox.message.Message;
import io.obox.persistence.Transactions;
import java.util.List;
import java.util.UUID;

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
        return transactions.sql(connection -> LedgerSql.COMPLETE_PARENTS.query(connection, JobRow.reader(json), BATCH));
    }

    /** Ends the parts of a job that have not begun, and records that their domains are to be told. */
    public List<JobRow> cancelOf(UUID parentId) {
        return transactions.sql(connection -> LedgerSql.CANCEL_PARTS.query(connection, JobRow.reader(json), parentId));
    }

    /** Counts parts that are not made, and notes why. */
    public void skip(UUID parentId, List<Message> lines) {
        if (!lines.isEmpty()) {
            StoredMessage messages = new StoredMessage(json);
            transactions.sql(connection -> LedgerSql.SKIP.query(
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

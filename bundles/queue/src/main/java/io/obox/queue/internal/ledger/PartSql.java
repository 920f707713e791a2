package io.obox.queue.internal.ledger;

import io.obox.persistence.sql.RowReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The statements of the ledger about jobs with parts and about their parts, by name. */
enum PartSql {
    /** SCHEDULED → COMPLETED for those that were only waiting for their parts, when all of these have ended. */
    COMPLETE_PARENTS("""
        UPDATE job SET state = 'COMPLETED', awaits_parts = false, percent = 100, finished_at = now(), ending_due = now(),
            version = version + 1
        WHERE id IN (SELECT id FROM job AS parent WHERE awaits_parts AND state = 'SCHEDULED'
                       AND NOT EXISTS (SELECT FROM job AS part WHERE part.parent_id = parent.id AND part.finished_at IS NULL)
                     ORDER BY id LIMIT ? FOR UPDATE SKIP LOCKED)
        RETURNING %s""".formatted(LedgerSql.ROW)),

    /** SCHEDULED, AVAILABLE or RETRYABLE → CANCELLED for the parts of a job. */
    CANCEL_PARTS("""
        UPDATE job SET state = 'CANCELLED', awaits_parts = false, problem = NULL, finished_at = now(), ending_due = now(),
            version = version + 1
        WHERE parent_id = ? AND state IN ('SCHEDULED', 'AVAILABLE', 'RETRYABLE')
        RETURNING %s""".formatted(LedgerSql.ROW)),

    /** What has become of the parts of some jobs. */
    RESULTS("""
        SELECT parent_id, count(*) FILTER (WHERE state = 'COMPLETED') AS done,
            count(*) FILTER (WHERE state IN ('DISCARDED', 'CANCELLED')) AS failed
        FROM job WHERE parent_id = ANY (?::uuid[]) GROUP BY parent_id"""),

    /** Counts parts that are not made, and notes why. */
    SKIP("""
        WITH counted AS (
            UPDATE job SET skipped = skipped + ?, log_lines = log_lines + ?, version = version + 1
            WHERE id = ? AND skipped IS NOT NULL RETURNING id, log_lines, attempt)
        INSERT INTO job_log (job_id, seq, at, attempt, text, message)
        SELECT id, log_lines - ? + line.seq, now(), attempt, line.text, line.message::jsonb
        FROM counted, unnest(?::text[], ?::text[]) WITH ORDINALITY AS line (text, message, seq)"""),

    /** How far those are that were only waiting for their parts: the share of these that has ended. */
    PROGRESS_OF_PARENTS("""
        UPDATE job SET percent = told.percent, version = job.version + 1
        FROM (SELECT parent.id, least(99, 100 * (count(part.finished_at) + parent.skipped)
                                          / greatest(count(part.id) + parent.skipped, 1)) AS percent
              FROM job AS parent LEFT JOIN job AS part ON part.parent_id = parent.id
              WHERE parent.awaits_parts AND parent.state = 'SCHEDULED'
              GROUP BY parent.id, parent.skipped) AS told
        WHERE job.id = told.id AND job.awaits_parts AND job.state = 'SCHEDULED' AND job.percent < told.percent
        RETURNING %s""".formatted(LedgerSql.ROW)),

    /** DISCARDED → AVAILABLE, as if they were new, for the parts of a job whose owners are among these, or anybody. */
    RETRY_PARTS("""
        UPDATE job SET %s
        WHERE parent_id = ? AND state = 'DISCARDED' AND owner_id = ANY (coalesce(?::uuid[], ARRAY[owner_id]))
        RETURNING %s""".formatted(LedgerSql.AS_NEW, LedgerSql.ROW));

    private final String text;

    PartSql(String text) {
        this.text = text;
    }

    <T> List<T> query(Connection connection, RowReader<T> reader, @Nullable Object... parameters) throws SQLException {
        return LedgerSql.query(connection, text, reader, parameters);
    }
}

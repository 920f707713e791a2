package io.obox.queue.internal.ledger;

import io.obox.job.JobPriority;
import io.obox.job.JobState;
import io.obox.job.RetryPolicy;
import io.obox.job.Subject;
import io.obox.persistence.sql.Columns;
import io.obox.persistence.sql.RowReader;
import io.obox.problem.Problem;
import io.obox.user.Owner;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A job with what only the queue needs of it.
 *
 * @param args the arguments, as JSON
 * @param fence number of the claim; what an attempt writes counts only while its number is still this
 * @param skipped for how many things a job with parts had none made; null for a job without
 */
public record JobRow(
        JobDocument job,
        String args,
        long fence,
        long rank,
        @Nullable String exclusiveKey,
        Needs needs,
        @Nullable Long skipped) {
    static RowReader<JobRow> reader(StoredJson json) {
        return row -> new JobRow(
                job(row, json),
                row.getString("args"),
                row.getLong("fence"),
                row.getLong("rank"),
                row.getString("exclusive_key"),
                Needs.read(row, new StoredMessage(json)),
                row.getObject("skipped", Long.class));
    }

    /** The job as a worker may take it. */
    public Offer offer() {
        return new Offer(job.id(), job.kind(), needs.keys(), job.owner().id(), rank);
    }

    /** Whether it was submitted as one that has jobs of its own. */
    public boolean hasParts() {
        return skipped != null;
    }

    private static JobDocument job(ResultSet row, StoredJson json) throws SQLException {
        String problem = row.getString("problem");
        int maxAttempts = row.getInt("max_attempts");
        return new JobDocument(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("action"),
                new Subject(
                        row.getString("subject_type"),
                        row.getObject("subject_id", UUID.class),
                        row.getString("subject_name")),
                new Owner(row.getObject("owner_id", UUID.class), ""),
                state(row),
                JobPriority.valueOf(row.getString("priority")),
                row.getInt("attempt"),
                maxAttempts == 0 ? RetryPolicy.DEFAULT.maxAttempts() : maxAttempts,
                Leases.progressOf(row, new StoredMessage(json)),
                problem == null ? null : json.read(problem, Problem.class),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "due_at"),
                Columns.instantOrNull(row, "started_at"),
                Columns.instantOrNull(row, "finished_at"),
                row.getString("node"),
                null,
                row.getObject("parent_id", UUID.class),
                null,
                row.getLong("version"));
    }

    /** No worker has a job whose parts are at work, but for everybody else it goes on. */
    private static JobState state(ResultSet row) throws SQLException {
        JobState state = JobState.valueOf(row.getString("state"));
        return state == JobState.SCHEDULED && row.getBoolean("awaits_parts") ? JobState.RUNNING : state;
    }
}

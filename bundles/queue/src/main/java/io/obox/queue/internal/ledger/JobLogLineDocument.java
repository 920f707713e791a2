package io.obox.queue.internal.ledger;

import io.obox.job.JobLogLine;
import io.obox.message.Message;
import io.obox.persistence.sql.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row of {@code job_log}. */
public record JobLogLineDocument(
        long seq,
        Instant at,
        int attempt,
        String text,
        @Nullable String code,
        Map<String, Object> args) implements JobLogLine {
    static JobLogLineDocument of(ResultSet row, StoredMessage messages) throws SQLException {
        String text = row.getString("text");
        Message message = messages.read(text, row.getString("message"));
        return new JobLogLineDocument(
                row.getLong("seq"),
                Columns.instant(row, "at"),
                row.getInt("attempt"),
                text,
                message.code(),
                message.args());
    }
}

package io.obox.platform.internal.ledger;

import io.obox.lifecycle.Replacement;
import io.obox.lifecycle.ReplacementStep;
import io.obox.lifecycle.Waiver;
import io.obox.platform.internal.refusal.Refusal;
import io.obox.problem.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of the table. */
public record ReplacementRow(
        UUID id,
        String node,
        String bundle,
        String from,
        String to,
        String formerLocation,
        String digest,
        Set<Waiver> waivers,
        UUID ownerId,
        ReplacementStep step,
        @Nullable Problem problem,
        List<String> cutOff,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant tookOverAt,
        @Nullable Instant finishedAt)
        implements Replacement {

    static ReplacementRow read(ResultSet row) throws SQLException {
        String cause = row.getString("cause");
        return new ReplacementRow(
                row.getObject("id", UUID.class),
                row.getString("node"),
                row.getString("bundle"),
                row.getString("from_version"),
                row.getString("to_version"),
                row.getString("from_location"),
                row.getString("to_digest"),
                row.getBoolean("fewer_services") ? Set.of(Waiver.FEWER_SERVICES) : Set.of(),
                row.getObject("owner_id", UUID.class),
                ReplacementStep.valueOf(row.getString("step")),
                cause == null ? null : Refusal.read(cause, row.getString("remedy")),
                List.of((String[]) row.getArray("cut_off").getArray()),
                Objects.requireNonNull(instant(row, "created_at")),
                instant(row, "started_at"),
                instant(row, "took_over_at"),
                instant(row, "finished_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}

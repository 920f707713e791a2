package io.obox.queue.internal.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/**
 * A job that a worker may take.
 *
 * @param rank its place among its owner's jobs, lowest first: due time in ms since 1970, less the head start of its priority
 */
public record Offer(UUID id, String kind, UUID ownerId, long rank) {
    static Offer read(ResultSet row) throws SQLException {
        return new Offer(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getObject("owner_id", UUID.class),
                row.getLong("rank"));
    }
}

package io.obox.queue.internal.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/**
 * A job that a worker may take.
 *
 * @param place the places that it needs: those jobs wait in lines of their own
 * @param rank its position among its owner's jobs, lowest first: due time in ms since 1970, less the head start of its priority
 */
public record Offer(UUID id, String kind, String place, UUID ownerId, long rank) {
    static Offer read(ResultSet row) throws SQLException {
        return new Offer(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("place"),
                row.getObject("owner_id", UUID.class),
                row.getLong("rank"));
    }
}

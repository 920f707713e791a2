package io.obox.platform.internal.ledger;

import io.obox.lifecycle.ReplacementStep;
import io.obox.lifecycle.Waiver;
import io.obox.persistence.Transactions;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The replacements as rows. A row that is finished is changed no more. */
public final class Rows {
    private static final String INSERT = """
            INSERT INTO replacement (id, node, bundle, from_version, to_version, from_location, from_digest, to_digest,
                                     fewer_services, step, owner_id)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'REQUESTED', ?)
            RETURNING *""";
    private static final String FIND = "SELECT * FROM replacement WHERE id = ?";
    private static final String BEGIN = """
            UPDATE replacement SET step = ?, started_at = coalesce(started_at, clock_timestamp())
            WHERE id = ? AND finished_at IS NULL AND took_over_at IS NULL
            RETURNING *""";
    private static final String TAKE_OVER = """
            UPDATE replacement SET step = 'DRAINING', took_over_at = clock_timestamp()
            WHERE id = ? AND finished_at IS NULL AND took_over_at IS NULL
            RETURNING *""";
    private static final String COMPLETE = """
            UPDATE replacement SET step = 'COMPLETED', finished_at = clock_timestamp(), cut_off = ?
            WHERE id = ? AND finished_at IS NULL
            RETURNING *""";
    private static final String REFUSE = """
            UPDATE replacement SET step = 'REFUSED', finished_at = clock_timestamp(), cause = ?, remedy = ?
            WHERE id = ? AND finished_at IS NULL AND took_over_at IS NULL
            RETURNING *""";
    private static final String NEEDED = """
            SELECT to_digest, from_digest FROM (
                SELECT DISTINCT ON (bundle) to_digest, from_digest FROM replacement
                WHERE node = ? AND step = 'COMPLETED' ORDER BY bundle, finished_at DESC) AS last
            UNION ALL
            SELECT to_digest, from_digest FROM replacement WHERE node = ? AND finished_at IS NULL""";

    private final Transactions transactions;

    /** Over the bundle's transactions. */
    public Rows(Transactions transactions) {
        this.transactions = transactions;
    }

    /** What is asked for. */
    public record Request(
            String node,
            String bundle,
            String from,
            String to,
            String formerLocation,
            Optional<String> formerDigest,
            String digest,
            Set<Waiver> waivers,
            UUID ownerId) {}

    /** Writes a replacement down. */
    public ReplacementRow insert(Request request) {
        return change(
                        INSERT,
                        UUID.randomUUID(),
                        request.node(),
                        request.bundle(),
                        request.from(),
                        request.to(),
                        request.formerLocation(),
                        request.formerDigest().orElse(null),
                        request.digest(),
                        request.waivers().contains(Waiver.FEWER_SERVICES),
                        request.ownerId())
                .orElseThrow();
    }

    /** One replacement, or {@code not-found}. */
    public ReplacementRow get(UUID id) {
        return change(FIND, id).orElseThrow(() -> new ProblemException(Problem.notFound("replacement")));
    }

    /** A step before the takeover begins. */
    public void begin(UUID id, ReplacementStep step) {
        change(BEGIN, step.name(), id);
    }

    /** The new version serves; empty where that was written before, or the replacement is over. */
    public Optional<ReplacementRow> takeOver(UUID id) {
        return change(TAKE_OVER, id);
    }

    /** Only the new version is left. */
    public void complete(UUID id, List<String> cutOff) {
        change(COMPLETE, cutOff.toArray(String[]::new), id);
    }

    /** Only the former version is left; nothing is changed where the new one has taken over. */
    public void refuse(UUID id, Problem problem) {
        change(REFUSE, problem.detail(), problem.remedy(), id);
    }

    /** Digests of the builds that a node may still need: of each bundle the last and the one before, and what is under way. */
    public Set<String> neededDigests(String node) {
        return transactions.sql(connection -> {
            Set<String> digests = new HashSet<>();
            try (PreparedStatement statement = prepare(connection, NEEDED, node, node);
                    ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    digests.add(rows.getString(1));
                    Optional.ofNullable(rows.getString(2)).ifPresent(digests::add);
                }
            }
            return digests;
        });
    }

    private Optional<ReplacementRow> change(String sql, @Nullable Object... values) {
        return transactions.sql(connection -> {
            try (PreparedStatement statement = prepare(connection, sql, values);
                    ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(ReplacementRow.read(rows)) : Optional.empty();
            }
        });
    }

    private static PreparedStatement prepare(Connection connection, String sql, @Nullable Object... values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof String[] texts) {
                statement.setArray(i + 1, connection.createArrayOf("text", texts));
            } else {
                statement.setObject(i + 1, values[i]);
            }
        }
        return statement;
    }
}

package io.obox.platform.internal.ledger;

import io.obox.lifecycle.ReplacementStep;
import io.obox.lifecycle.Waiver;
import io.obox.persistence.Transactions;
import io.obox.persistence.sql.Sql;
import io.obox.platform.internal.message.UpdateMessage;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The replacements as rows. A row that is finished is changed no more. */
public final class Rows {
    private static final String COLUMNS = """
            id, node, bundle, from_version, to_version, from_location, to_digest, fewer_services, owner_id, step, cause, remedy,
            cut_off, created_at, started_at, took_over_at, finished_at""";
    private static final String RETURNING = " RETURNING " + COLUMNS;
    private static final Sql INSERT = new Sql("""
            INSERT INTO replacement (id, node, bundle, from_version, to_version, from_location, from_digest, to_digest,
                                     fewer_services, step, owner_id)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'REQUESTED', ?)""" + RETURNING);
    private static final Sql FIND = new Sql("SELECT " + COLUMNS + " FROM replacement WHERE id = ?");
    private static final Sql BEGIN = new Sql("""
            UPDATE replacement SET step = ?, started_at = coalesce(started_at, clock_timestamp())
            WHERE id = ? AND finished_at IS NULL AND took_over_at IS NULL""" + RETURNING);
    private static final Sql TAKE_OVER = new Sql("""
            UPDATE replacement SET step = 'DRAINING', took_over_at = clock_timestamp()
            WHERE id = ? AND finished_at IS NULL AND took_over_at IS NULL""" + RETURNING);
    private static final Sql COMPLETE = new Sql("""
            UPDATE replacement SET step = 'COMPLETED', finished_at = clock_timestamp(), cut_off = ?
            WHERE id = ? AND finished_at IS NULL""" + RETURNING);
    private static final Sql REFUSE = new Sql("""
            UPDATE replacement SET step = 'REFUSED', finished_at = clock_timestamp(), cause = ?, remedy = ?
            WHERE id = ? AND finished_at IS NULL AND took_over_at IS NULL""" + RETURNING);
    private static final Sql NEEDED = new Sql("""
            SELECT to_digest, from_digest FROM (
                SELECT DISTINCT ON (bundle) to_digest, from_digest FROM replacement
                WHERE node = ? AND step = 'COMPLETED' ORDER BY bundle, finished_at DESC) AS last
            UNION ALL
            SELECT to_digest, from_digest FROM replacement WHERE node = ? AND finished_at IS NULL
            UNION ALL
            SELECT to_digest, from_digest FROM replacement WHERE to_digest = ANY (?) AND step = 'COMPLETED'""");
    private static final Sql CUT_OFF = new Sql("""
            SELECT id FROM replacement
            WHERE node = ? AND finished_at IS NULL AND created_at < clock_timestamp() - make_interval(secs => ?)
            ORDER BY created_at""");
    private static final Sql DELETE_OLD = new Sql("""
            DELETE FROM replacement WHERE id IN (
                SELECT id FROM replacement AS old
                WHERE finished_at < now() - make_interval(days => ?)
                    AND (step = 'REFUSED' OR EXISTS (
                        SELECT 1 FROM replacement AS later
                        WHERE later.node = old.node AND later.bundle = old.bundle
                            AND later.step = 'COMPLETED' AND later.finished_at > old.finished_at))
                ORDER BY finished_at LIMIT ? FOR UPDATE SKIP LOCKED)""");

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
        return change(FIND, id)
                .orElseThrow(() -> new ProblemException(Problem.notFound(UpdateMessage.NO_SUCH_REPLACEMENT.with())));
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

    /**
     * Digests of the builds that a node may still need: of each bundle the last and the one before, and what is under way.
     *
     * @param standing digests of the builds that stand there, be it under another name of the node that they came
     */
    public Set<String> neededDigests(String node, Collection<String> standing) {
        return transactions.sql(connection ->
                NEEDED.query(connection, Rows::digests, node, node, standing.toArray(String[]::new)).stream()
                        .flatMap(digests -> digests)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** Those of a node that were asked for before this time and have not come to an end, the oldest first. */
    public List<UUID> cutOff(String node, Duration ago) {
        return transactions.sql(connection ->
                CUT_OFF.query(connection, row -> row.getObject("id", UUID.class), node, (double) ago.toSeconds()));
    }

    /** Deletes replacements that finished so many days ago, unless they are the last one of their bundle on their node. */
    public int deleteOld(int days, int limit) {
        return transactions.sql(connection -> DELETE_OLD.update(connection, days, limit));
    }

    private Optional<ReplacementRow> change(Sql sql, @Nullable Object... values) {
        return transactions.sql(connection -> sql.first(connection, ReplacementRow::read, values));
    }

    private static Stream<String> digests(ResultSet row) throws SQLException {
        return Stream.of(row.getString("to_digest"), row.getString("from_digest"))
                .filter(Objects::nonNull);
    }
}

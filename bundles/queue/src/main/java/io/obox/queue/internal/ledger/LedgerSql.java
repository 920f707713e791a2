package io.obox.queue.internal.ledger;

import io.obox.persistence.sql.RowReader;
import io.obox.persistence.sql.Sql;
import io.obox.queue.internal.message.JobMessage;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The statements of the ledger, by name. All times in them are the database's, so that clocks of nodes do not matter. */
enum LedgerSql {
    /**
     * (new) → AVAILABLE, or SCHEDULED if due later or until COMPLETE_PARENTS finds its parts ended; no row where the idempotency key
     * is taken.
     */
    SUBMIT("""
        INSERT INTO job (id, kind, action, subject_type, subject_id, subject_name, owner_id, args, priority, rank, state,
                         max_attempts, exclusive_key, idempotency_key, caller_id, asked, place, place_label,
                         place_message, parent_id, skipped, awaits_parts, started_at, created_at, due_at)
        SELECT ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, (extract(epoch FROM due) * 1000)::bigint - ?,
               CASE WHEN due > at OR awaits THEN 'SCHEDULED' ELSE 'AVAILABLE' END, ?::integer, ?, ?, ?::uuid, ?::bytea, ?, ?,
               ?::text[], ?::uuid, ?::bigint, awaits, CASE WHEN awaits THEN at END, at, due
        FROM (SELECT at, greatest(at, ?::timestamptz) AS due, ?::boolean AS awaits
              FROM (SELECT clock_timestamp() AS at) AS clock) AS moment
        ON CONFLICT DO NOTHING
        RETURNING %s""".formatted(Part.ROW)),

    /** Lets go of a key that was used more than 24 hours ago. */
    FREE_IDEMPOTENCY_KEY("""
        UPDATE job SET idempotency_key = NULL
        WHERE idempotency_key = ? AND (owner_id = ? OR caller_id = ?) AND created_at <= now() - interval '24 hours'"""),

    BY_IDEMPOTENCY_KEY("""
        SELECT %s, job.asked FROM job
        WHERE caller_id = ? AND idempotency_key = ? AND created_at > now() - interval '24 hours'""".formatted(Part.ROW)),

    /** AVAILABLE → RUNNING for those of the given jobs that may run now. */
    CLAIM_OFFERED("""
        WITH chosen AS (
            SELECT j.id FROM job AS j
            WHERE j.id = ANY (?::uuid[]) AND string_to_array(j.place, chr(10)) <@ ?::text[] AND %s
            FOR UPDATE SKIP LOCKED)
        %s""".formatted(Part.CLAIMABLE, Part.CLAIM)),

    /** AVAILABLE → RUNNING, owners taking turns, each with the job of lowest rank. */
    CLAIM_IN_TURN("""
        WITH RECURSIVE %s,
        chosen AS (
            SELECT j.id FROM job AS j JOIN waiting USING (id)
            WHERE j.state = 'AVAILABLE'
            ORDER BY waiting.turn, waiting.rank, waiting.id LIMIT ?
            FOR UPDATE OF j SKIP LOCKED)
        %s""".formatted(Part.WAITING, Part.CLAIM)),

    /** What CLAIM_IN_TURN would take. */
    WAITING_IN_TURN("""
        WITH RECURSIVE %s
        SELECT j.id, j.kind, j.place, j.owner_id, j.rank FROM job AS j JOIN waiting USING (id)
        ORDER BY waiting.turn, waiting.rank, waiting.id LIMIT ?""".formatted(Part.WAITING)),

    /** The first in line for each exclusive key. */
    FIRST_IN_LINE("""
        SELECT DISTINCT ON (j.exclusive_key) j.id, j.kind, j.place, j.owner_id, j.rank FROM job AS j
        WHERE j.exclusive_key = ANY (?::text[]) AND j.finished_at IS NULL AND %s
        ORDER BY j.exclusive_key, j.id""".formatted(Part.CLAIMABLE)),

    /**
     * RUNNING → COMPLETED, or CANCELLED where that was asked for, or SCHEDULED for one with parts, until COMPLETE_PARENTS finds them
     * ended; only for attempts that still count. A job that has a worker
     * is RUNNING; were the state asked for as well, PostgreSQL might look for it among all leases that ended lately.
     */
    COMPLETE("""
        UPDATE job SET state = CASE WHEN cancel_requested THEN 'CANCELLED' WHEN skipped IS NULL THEN 'COMPLETED' ELSE 'SCHEDULED' END,
            awaits_parts = NOT cancel_requested AND skipped IS NOT NULL,
            percent = CASE WHEN cancel_requested OR skipped IS NOT NULL THEN job.percent ELSE 100 END,
            problem = NULL, version = job.version + 1, lease_until = NULL, worker = NULL,
            finished_at = CASE WHEN cancel_requested OR skipped IS NULL THEN now() END
        FROM unnest(?::uuid[], ?::bigint[]) AS mine (id, fence)
        WHERE job.id = mine.id AND job.fence = mine.fence AND job.worker = ?
        RETURNING %s""".formatted(Part.ROW)),

    /** RUNNING → RETRYABLE, DISCARDED or CANCELLED; only for an attempt that still counts. */
    FAIL("""
        UPDATE job SET state = next.state, due_at = next.due_at,
            rank = job.rank + (extract(epoch FROM next.due_at - job.due_at) * 1000)::bigint,
            problem = CASE WHEN next.state = 'CANCELLED' THEN NULL ELSE ?::jsonb END,
            finished_at = CASE WHEN next.state = 'RETRYABLE' THEN NULL ELSE now() END,
            lease_until = NULL, worker = NULL, version = job.version + 1
        FROM (SELECT id, state,
                     CASE WHEN state = 'RETRYABLE' THEN now() + ? * interval '1 millisecond' ELSE due_at END AS due_at
              FROM (SELECT id, due_at,
                           CASE WHEN cancel_requested THEN 'CANCELLED'
                                WHEN ? AND attempt < max_attempts THEN 'RETRYABLE'
                                ELSE 'DISCARDED' END AS state
                    FROM job WHERE id = ? AND fence = ? AND worker = ? AND state = 'RUNNING'
                    FOR UPDATE) AS mine) AS next
        WHERE job.id = next.id
        RETURNING %s""".formatted(Part.ROW)),

    /** RUNNING → CANCELLED, once the handler has stopped. */
    CANCEL_STOPPED("""
        UPDATE job SET state = 'CANCELLED', problem = NULL, finished_at = now(), lease_until = NULL, worker = NULL,
            version = version + 1
        WHERE id = ? AND fence = ? AND worker = ? AND state = 'RUNNING' AND cancel_requested
        RETURNING %s""".formatted(Part.ROW)),

    /** RUNNING → AVAILABLE with the attempt not counted. */
    RELEASE("""
        UPDATE job SET state = 'AVAILABLE', attempt = attempt - 1, percent = 0, step = NULL,
            lease_until = NULL, worker = NULL, node = NULL, version = version + 1
        WHERE id = ? AND fence = ? AND worker = ? AND state = 'RUNNING'
        RETURNING %s""".formatted(Part.ROW)),

    /** SCHEDULED or RETRYABLE → AVAILABLE, but for what is SCHEDULED until its parts have ended. */
    DUE("""
        UPDATE job SET state = 'AVAILABLE', version = version + 1
        WHERE id IN (SELECT id FROM job WHERE state IN ('SCHEDULED', 'RETRYABLE') AND due_at <= now()
                       AND NOT (state = 'SCHEDULED' AND awaits_parts)
                     ORDER BY due_at LIMIT ? FOR UPDATE SKIP LOCKED)
        RETURNING %s""".formatted(Part.ROW)),

    /** RUNNING → AVAILABLE where the lease has run out and attempts are left. */
    RECLAIM("""
        WITH reclaimed AS (
            UPDATE job SET state = 'AVAILABLE', lease_until = NULL, worker = NULL, log_lines = log_lines + 1,
                version = version + 1
            WHERE id IN (SELECT id FROM job
                         WHERE state = 'RUNNING' AND lease_until <= %s
                           AND NOT cancel_requested AND attempt < max_attempts
                         ORDER BY lease_until LIMIT ? FOR UPDATE SKIP LOCKED)
            RETURNING %s, job.log_lines),
        noted AS (
            INSERT INTO job_log (job_id, seq, at, attempt, text, message)
            SELECT id, log_lines, now(), attempt, said.text,
                   jsonb_build_object('code', '%s', 'args', jsonb_build_object('node', node), 'text', said.text)
            FROM reclaimed, LATERAL (SELECT replace('%s', '{node}', node) AS text) AS said)
        SELECT %s FROM reclaimed AS job""".formatted(
            Part.EXPIRY, Part.ROW, JobMessage.STARTS_AGAIN.code(), JobMessage.STARTS_AGAIN.pattern(), Part.ROW)),

    /** One job whose lease has run out and which is not to start again. */
    EXPIRED_FOR_GOOD("""
        SELECT %s FROM job
        WHERE state = 'RUNNING' AND lease_until <= %s AND (cancel_requested OR attempt >= max_attempts)
        ORDER BY lease_until LIMIT 1 FOR UPDATE SKIP LOCKED""".formatted(Part.ROW, Part.EXPIRY)),

    /** RUNNING → DISCARDED, or CANCELLED where that was asked for; of a row that EXPIRED_FOR_GOOD has locked. */
    END_EXPIRED("""
        UPDATE job SET state = CASE WHEN cancel_requested THEN 'CANCELLED' ELSE 'DISCARDED' END,
            problem = CASE WHEN cancel_requested THEN NULL ELSE ?::jsonb END,
            finished_at = now(), lease_until = NULL, worker = NULL, version = version + 1
        WHERE id = ? AND state = 'RUNNING'
        RETURNING %s""".formatted(Part.ROW)),

    /** SCHEDULED, AVAILABLE or RETRYABLE → CANCELLED. */
    CANCEL_WAITING("""
        UPDATE job SET state = 'CANCELLED', awaits_parts = false, problem = NULL, finished_at = now(), version = version + 1
        WHERE id = ? AND state IN ('SCHEDULED', 'AVAILABLE', 'RETRYABLE')
        RETURNING %s""".formatted(Part.ROW)),

    /** Asks the worker of a RUNNING job to stop it. */
    REQUEST_CANCEL("UPDATE job SET cancel_requested = true WHERE id = ? AND state = 'RUNNING' RETURNING %s"
            .formatted(Part.ROW)),

    /** DISCARDED or CANCELLED → AVAILABLE, as if it were new. */
    RETRY_BY_HAND("""
        UPDATE job SET %s
        WHERE id = ? AND state IN ('DISCARDED', 'CANCELLED')
        RETURNING %s""".formatted(Part.AS_NEW, Part.ROW)),

    /** Renews leases. A row that somebody is changing right now is left for the next time. */
    RENEW("""
        UPDATE job SET lease_until = now() + ? * interval '1 millisecond'
        WHERE id IN (SELECT job.id FROM job JOIN unnest(?::uuid[], ?::bigint[]) AS mine (id, fence) USING (id, fence)
                     WHERE job.worker = ? AND job.state = 'RUNNING' FOR UPDATE OF job SKIP LOCKED)
        RETURNING id"""),

    /** Which attempts no longer count, or are to be cancelled. */
    WATCH("""
        SELECT mine.id, job.id IS NULL AS lost
        FROM unnest(?::uuid[], ?::bigint[]) AS mine (id, fence)
        LEFT JOIN job ON job.id = mine.id AND job.fence = mine.fence AND job.worker = ? AND job.state = 'RUNNING'
        WHERE job.id IS NULL OR job.cancel_requested"""),

    /** Waits for whoever is changing these rows right now. */
    LOCK("""
        SELECT job.id FROM job JOIN unnest(?::uuid[], ?::bigint[]) AS mine (id, fence) USING (id, fence)
        WHERE job.worker = ? AND job.state = 'RUNNING' ORDER BY id FOR UPDATE OF job"""),

    /** Writes progress and makes room for log lines. A row that somebody is changing right now is left out. */
    REPORT("""
        UPDATE job SET percent = greatest(job.percent, report.percent), step = coalesce(report.step, job.step),
            step_message = CASE WHEN report.step IS NULL THEN job.step_message ELSE report.message::jsonb END,
            log_lines = job.log_lines + report.lines, version = job.version + 1
        FROM (SELECT job.id, given.percent, given.step, given.message, given.lines
              FROM unnest(?::uuid[], ?::bigint[], ?::integer[], ?::text[], ?::text[], ?::integer[])
                   AS given (id, fence, percent, step, message, lines)
              JOIN job USING (id, fence)
              WHERE job.worker = ? AND job.state = 'RUNNING' FOR UPDATE OF job SKIP LOCKED) AS report
        WHERE job.id = report.id
        RETURNING job.id, job.log_lines - report.lines AS logged, job.percent, job.step, job.step_message, job.version"""),

    APPEND_LOG("""
        INSERT INTO job_log (job_id, seq, at, attempt, text, message)
        SELECT id, seq, at, attempt, text, message::jsonb
        FROM unnest(?::uuid[], ?::bigint[], ?::timestamptz[], ?::integer[], ?::text[], ?::text[])
            AS line (id, seq, at, attempt, text, message)"""),

    /** Records that the domain of a finished job is still to be told. */
    OWE_ENDING("UPDATE job SET ending_due = now() + ? * interval '1 millisecond' WHERE id = ? RETURNING id"),

    /** One finished job whose domain can be told now. */
    OWED_ENDING("""
        SELECT %s FROM job WHERE ending_due <= now() AND kind = ANY (?::text[])
        ORDER BY ending_due LIMIT 1 FOR UPDATE SKIP LOCKED""".formatted(Part.ROW)),

    ENDING_TOLD("UPDATE job SET ending_due = NULL WHERE id = ? RETURNING id"),

    /** A worker says that it lives, and what it can do. */
    BEAT("""
        INSERT INTO job_worker (id, node, pid, process_started, kinds, places, beat_at) VALUES (?, ?, ?, ?, ?, ?, now())
        ON CONFLICT (id) DO UPDATE SET node = excluded.node, beat_at = excluded.beat_at,
            kinds = excluded.kinds, places = excluded.places
        RETURNING id"""),

    /** What the workers can do that have been heard of lately. */
    LIVING_WORKERS("SELECT kinds, places FROM job_worker WHERE beat_at > now() - interval '15 seconds'"),

    /** Earlier lives of a node that have been silent. */
    SILENT("""
        SELECT id, pid, process_started FROM job_worker
        WHERE node = ? AND id <> ? AND beat_at < now() - ? * interval '1 millisecond'"""),

    /** Ends the leases of workers that are known to be dead, so that RECLAIM and EXPIRED_FOR_GOOD find their jobs. */
    FORFEIT("""
        UPDATE job SET lease_until = '-infinity' WHERE state = 'RUNNING' AND worker = ANY (?::uuid[])
        RETURNING id"""),

    FORGET_WORKERS("DELETE FROM job_worker WHERE id = ANY (?::uuid[]) RETURNING id"),

    FORGET_OLD_WORKERS("DELETE FROM job_worker WHERE beat_at < now() - interval '1 day' RETURNING id"),

    /** How long the job that has waited longest has done so, of those that a worker can do. */
    OLDEST_WAITING("""
        SELECT (extract(epoch FROM now() - due_at) * 1000)::bigint AS age FROM job
        WHERE state = 'AVAILABLE' AND kind = ANY (?::text[]) AND string_to_array(place, chr(10)) <@ ?::text[]
        ORDER BY due_at LIMIT 1"""),

    BY_ID("SELECT %s FROM job WHERE id = ?".formatted(Part.ROW)),

    LOG("SELECT * FROM job_log WHERE job_id = ? AND seq > ? ORDER BY seq LIMIT ?"),

    UNFINISHED("""
        SELECT DISTINCT ON (subject_id) %s FROM job
        WHERE subject_id = ANY (?::uuid[]) AND finished_at IS NULL ORDER BY subject_id, id DESC""".formatted(Part.ROW)),

    UNFINISHED_IDS("SELECT id FROM job WHERE subject_id = ? AND finished_at IS NULL ORDER BY id DESC");

    /** The columns that a {@link JobRow} is read from. */
    static final String ROW = Part.ROW;

    /** What makes a job that has ended one that nobody has begun. */
    static final String AS_NEW = Part.AS_NEW;

    private final String text;

    LedgerSql(String text) {
        this.text = text;
    }

    <T> List<T> query(Connection connection, RowReader<T> reader, @Nullable Object... parameters) throws SQLException {
        return query(connection, text, reader, parameters);
    }

    <T> Optional<T> first(Connection connection, RowReader<T> reader, @Nullable Object... parameters)
            throws SQLException {
        return query(connection, text, reader, parameters).stream().findFirst();
    }

    /** For statements that are put together as they are needed. */
    static <T> List<T> query(Connection connection, String text, RowReader<T> reader, @Nullable Object... parameters)
            throws SQLException {
        @Nullable
        Object[] keepable = Arrays.stream(parameters).map(LedgerSql::keepable).toArray();
        return new Sql(text).query(connection, reader, keepable);
    }

    /** Handlers may say what they like, but a text of PostgreSQL can't hold NUL. */
    private static @Nullable Object keepable(@Nullable Object parameter) {
        return parameter instanceof String said ? said.replace("\0", "") : parameter;
    }

    /** What several statements have in common. */
    private static final class Part {
        /** By name, because a version may run on tables that a later one has added columns to. */
        static final String ROW = """
            job.id, job.kind, job.action, job.subject_type, job.subject_id, job.subject_name, job.owner_id, job.args, job.state,
            job.priority, job.rank, job.attempt, job.max_attempts, job.fence, job.exclusive_key, job.percent, job.step, job.step_message,
            job.problem, job.created_at, job.due_at, job.started_at, job.finished_at, job.node, job.place, job.place_label, job.place_message,
            job.version, job.parent_id, job.skipped, job.awaits_parts""";

        static final String AS_NEW = """
            state = 'AVAILABLE', attempt = 0, percent = 0, step = NULL, problem = NULL,
            cancel_requested = false, ending_due = NULL, started_at = NULL, finished_at = NULL, node = NULL,
            version = version + 1, due_at = now(), rank = rank + (extract(epoch FROM now() - due_at) * 1000)::bigint""";

        static final String CLAIMABLE = """
            j.state = 'AVAILABLE' AND (j.exclusive_key IS NULL OR NOT EXISTS (
                SELECT FROM job AS other
                WHERE other.exclusive_key = j.exclusive_key AND other.finished_at IS NULL AND other.id <> j.id
                  AND (other.state = 'RUNNING' OR other.id < j.id AND other.state IN ('AVAILABLE', 'RETRYABLE'))))""";

        /**
         * Jumps from place to place within each kind and, where the worker reaches it, from owner to owner; takes so many jobs
         * of each, none behind the limit. Places are compared as a range, so that PostgreSQL takes the index of lines, which
         * alone is in that order, and steps over nobody else's jobs.
         */
        static final String WAITING = """
            spot (kind, place) AS (
                SELECT first.kind, first.place FROM unnest(?::text[]) AS wanted (kind)
                CROSS JOIN LATERAL (
                    SELECT kind, place FROM job WHERE state = 'AVAILABLE' AND kind = wanted.kind
                    ORDER BY place LIMIT 1) AS first
                UNION ALL
                SELECT next.kind, next.place FROM spot
                CROSS JOIN LATERAL (
                    SELECT kind, place FROM job
                    WHERE state = 'AVAILABLE' AND kind = spot.kind AND place > spot.place
                    ORDER BY place LIMIT 1) AS next),
            line (kind, place, owner_id) AS (
                SELECT first.kind, first.place, first.owner_id FROM spot
                CROSS JOIN LATERAL (
                    SELECT kind, place, owner_id FROM job
                    WHERE state = 'AVAILABLE' AND kind = spot.kind AND place >= spot.place
                    ORDER BY place, owner_id LIMIT 1) AS first
                WHERE first.place = spot.place AND string_to_array(spot.place, chr(10)) <@ ?::text[]
                UNION ALL
                SELECT next.kind, next.place, next.owner_id FROM line
                CROSS JOIN LATERAL (
                    SELECT kind, place, owner_id FROM job
                    WHERE state = 'AVAILABLE' AND kind = line.kind AND (place, owner_id) > (line.place, line.owner_id)
                    ORDER BY place, owner_id LIMIT 1) AS next
                WHERE next.place = line.place),
            waiting AS (
                SELECT one.id, one.rank,
                       coalesce(served.turn, 0)
                           + row_number() OVER (PARTITION BY one.owner_id ORDER BY one.rank, one.id) AS turn
                FROM line
                CROSS JOIN LATERAL (
                    SELECT j.id, j.rank, j.owner_id FROM job AS j
                    WHERE j.kind = line.kind AND (j.place, j.owner_id) >= (line.place, line.owner_id)
                      AND (j.place, j.owner_id) <= (line.place, line.owner_id) AND %s
                    ORDER BY j.place, j.owner_id, j.rank, j.id LIMIT ?) AS one
                LEFT JOIN unnest(?::uuid[], ?::bigint[]) AS served (owner_id, turn) ON served.owner_id = one.owner_id)""".formatted(CLAIMABLE);

        static final String CLAIM = """
            UPDATE job SET state = 'RUNNING', awaits_parts = false, attempt = attempt + 1, fence = fence + 1,
                max_attempts = coalesce(job.max_attempts, handled.max_attempts),
                percent = 0, step = NULL, version = job.version + 1, started_at = now(), lease_until = now() + ? * interval '1 millisecond',
                worker = ?, node = ?
            FROM chosen, unnest(?::text[], ?::integer[]) AS handled (kind, max_attempts)
            WHERE job.id = chosen.id AND job.kind = handled.kind
            RETURNING %s""".formatted(ROW);

        /** Whether leases that ran out count (true), or only forfeited ones. */
        static final String EXPIRY = "CASE WHEN ? THEN now() ELSE '-infinity'::timestamptz END";

        private Part() {}
    }
}

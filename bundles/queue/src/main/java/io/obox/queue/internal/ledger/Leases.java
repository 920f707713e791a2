package io.obox.queue.internal.ledger;

import io.obox.job.JobProgress;
import io.obox.message.Message;
import io.obox.persistence.Transactions;
import io.obox.queue.internal.ledger.Finishes.ClaimedJob;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What attempts write while they run, for all attempts of a worker at once. */
public final class Leases {
    private final StoredMessage messages = new StoredMessage(new StoredJson());
    private final Transactions transactions;

    /** Over the bundle's transactions. */
    public Leases(Transactions transactions) {
        this.transactions = transactions;
    }

    /** What the watch over running attempts found: those that no longer count, and those that are to be cancelled. */
    public record Watch(Set<UUID> lost, Set<UUID> cancelled) {}

    /** A line of a log, before it has a number. */
    public record Line(Instant at, int attempt, Message message) {}

    /** Progress and lines of one attempt since its last report. */
    public record Report(
            ClaimedJob claim, int percent, @Nullable Message step, List<Line> lines) {}

    /** How far a job is, in which version of it. */
    public record Standing(JobProgress progress, long version) {
        private static Standing read(ResultSet row, StoredMessage messages) throws SQLException {
            return new Standing(progressOf(row, messages), row.getLong("version"));
        }
    }

    /** What a row says of progress. */
    static JobProgress progressOf(ResultSet row, StoredMessage messages) throws SQLException {
        String step = row.getString("step");
        if (step == null) {
            return new JobProgress(row.getInt("percent"), null);
        }
        Message message = messages.read(step, row.getString("step_message"));
        return new JobProgress(row.getInt("percent"), step, message.code(), message.args());
    }

    /** Renews leases, and tells of which jobs. */
    public Set<UUID> renew(Worker worker, Duration lease, Collection<ClaimedJob> claims) {
        return Set.copyOf(transactions.sql(connection -> LedgerSql.RENEW.query(
                connection,
                row -> row.getObject("id", UUID.class),
                lease.toMillis(),
                Finishes.ids(claims),
                Finishes.fences(claims),
                worker.id())));
    }

    /** Looks for attempts that are to stop. */
    public Watch watch(Worker worker, Collection<ClaimedJob> claims) {
        Watch found = new Watch(new HashSet<>(), new HashSet<>());
        transactions.sql(connection -> LedgerSql.WATCH.query(
                connection,
                row -> (row.getBoolean("lost") ? found.lost() : found.cancelled()).add(row.getObject("id", UUID.class)),
                Finishes.ids(claims),
                Finishes.fences(claims),
                worker.id()));
        return found;
    }

    /** Makes sure, until the end of the thread's transaction, that no row is left out of a report because somebody uses it. */
    public void lock(Worker worker, Collection<ClaimedJob> claims) {
        transactions.sql(connection -> LedgerSql.LOCK.query(
                connection,
                row -> row.getObject("id", UUID.class),
                Finishes.ids(claims),
                Finishes.fences(claims),
                worker.id()));
    }

    /** Writes reports, and tells how far their jobs are now; what is missing may be tried again. */
    public Map<UUID, Standing> report(Worker worker, Collection<Report> reports) {
        return transactions.sql(connection -> {
            Map<UUID, Long> logged = new HashMap<>();
            Map<UUID, Standing> written = new HashMap<>();
            List<ClaimedJob> claims = reports.stream().map(Report::claim).toList();
            LedgerSql.REPORT.query(
                    connection,
                    row -> {
                        UUID id = row.getObject("id", UUID.class);
                        logged.put(id, row.getLong("logged"));
                        return written.put(id, Standing.read(row, messages));
                    },
                    Finishes.ids(claims),
                    Finishes.fences(claims),
                    reports.stream().map(Report::percent).toArray(Integer[]::new),
                    reports.stream().map(report -> text(report.step())).toArray(String[]::new),
                    reports.stream()
                            .map(report -> messages.write(report.step()))
                            .toArray(String[]::new),
                    reports.stream().map(report -> report.lines().size()).toArray(Integer[]::new),
                    worker.id());
            append(connection, reports, logged);
            return written;
        });
    }

    private void append(Connection connection, Collection<Report> reports, Map<UUID, Long> logged) throws SQLException {
        List<UUID> ids = new ArrayList<>();
        List<Long> numbers = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        for (Report report : reports) {
            Long before = logged.get(report.claim().id());
            if (before == null) {
                continue;
            }
            for (Line line : report.lines()) {
                ids.add(report.claim().id());
                numbers.add(++before);
                lines.add(line);
            }
        }
        if (!lines.isEmpty()) {
            LedgerSql.APPEND_LOG.query(
                    connection,
                    row -> row,
                    ids.toArray(UUID[]::new),
                    numbers.toArray(Long[]::new),
                    lines.stream().map(Line::at).toArray(Instant[]::new),
                    lines.stream().map(Line::attempt).toArray(Integer[]::new),
                    lines.stream().map(line -> line.message().text()).toArray(String[]::new),
                    lines.stream().map(line -> messages.write(line.message())).toArray(String[]::new));
        }
    }

    private static @Nullable String text(@Nullable Message message) {
        return message == null ? null : message.text();
    }
}

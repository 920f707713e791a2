package io.obox.queue.internal.ledger;

import io.obox.job.JobFilter;
import io.obox.job.JobLogLine;
import io.obox.job.JobState;
import io.obox.page.Page;
import io.obox.page.PageRequest;
import io.obox.persistence.Transactions;
import io.obox.user.Visibility;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Reads jobs. */
public final class JobReader {
    private final StoredJson json = new StoredJson();
    private final StoredMessage messages = new StoredMessage(json);
    private final Transactions transactions;
    private final WaitReasons reasons;
    private final Results results;

    /** Over the bundle's transactions; the workers say why jobs wait. */
    public JobReader(Transactions transactions, LivingWorkers workers) {
        this.transactions = transactions;
        this.reasons = new WaitReasons(workers);
        this.results = new Results(transactions);
    }

    /** The job, if there is one. */
    public Optional<JobDocument> find(UUID id) {
        List<JobRow> found = transactions.sql(connection -> LedgerSql.BY_ID.query(connection, JobRow.reader(json), id));
        return told(found).stream().findFirst();
    }

    /** Visible jobs by filter, newest first. */
    public Page<JobDocument> list(Visibility visible, JobFilter filter, PageRequest page) {
        JobConditions conditions = JobConditions.of(visible, filter).before(page.after(UUID::fromString));
        List<JobRow> found = transactions.sql(connection -> LedgerSql.query(
                connection,
                "SELECT " + LedgerSql.ROW + " FROM job WHERE " + conditions.text() + " ORDER BY id DESC LIMIT ?",
                JobRow.reader(json),
                conditions.parametersAnd(page.limit() + 1)));
        return page(told(found), page.limit(), job -> job.id().toString());
    }

    /** How many visible jobs by filter are in each state. */
    public Map<JobState, Long> count(Visibility visible, JobFilter filter) {
        JobConditions conditions = JobConditions.of(visible, filter);
        Map<JobState, Long> counts = new EnumMap<>(JobState.class);
        transactions
                .sql(connection -> LedgerSql.query(
                        connection,
                        "SELECT " + JobConditions.STATE + " AS state, count(*) FROM job WHERE " + conditions.text()
                                + " GROUP BY 1",
                        row -> Map.entry(JobState.valueOf(row.getString("state")), row.getLong("count")),
                        conditions.parametersAnd()))
                .forEach(each -> counts.put(each.getKey(), each.getValue()));
        return counts;
    }

    /** Log lines, oldest first. */
    public Page<JobLogLine> log(UUID id, PageRequest page) {
        long after = Objects.requireNonNullElse(page.after(Long::parseLong), 0L);
        List<JobLogLine> found = transactions.sql(connection -> LedgerSql.LOG.query(
                connection, row -> JobLogLineDocument.of(row, messages), id, after, page.limit() + 1));
        return page(found, page.limit(), line -> Long.toString(line.seq()));
    }

    /** The newest unfinished job of each subject. */
    public Collection<JobDocument> unfinished(Collection<UUID> subjectIds) {
        if (subjectIds.isEmpty()) {
            return List.of();
        }
        List<JobRow> rows = transactions.sql(connection ->
                LedgerSql.UNFINISHED.query(connection, JobRow.reader(json), (Object) subjectIds.toArray(UUID[]::new)));
        return reasons.explain(rows);
    }

    /** With what the rows themselves do not say. */
    private List<JobDocument> told(List<JobRow> rows) {
        return results.of(rows, reasons.explain(rows));
    }

    private static <T> Page<T> page(List<T> found, int limit, Function<T, String> cursor) {
        if (found.size() <= limit) {
            return new Page<>(found, null);
        }
        List<T> items = found.subList(0, limit);
        return new Page<>(items, cursor.apply(items.getLast()));
    }
}

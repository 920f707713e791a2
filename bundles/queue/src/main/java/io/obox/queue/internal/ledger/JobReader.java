package io.obox.queue.internal.ledger;

import io.obox.job.JobFilter;
import io.obox.job.JobLogLine;
import io.obox.job.JobState;
import io.obox.page.Page;
import io.obox.page.PageRequest;
import io.obox.persistence.Transactions;
import io.obox.user.Visibility;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

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
        StringBuilder text = new StringBuilder("SELECT " + LedgerSql.ROW + " FROM job WHERE true");
        List<Object> parameters = new ArrayList<>();
        if (filter.state() != null) {
            text.append(" AND ").append(inState(filter.state()));
        }
        and(text, parameters, "kind = ?", filter.kind());
        and(text, parameters, "subject_id = ?", filter.subjectId());
        and(text, parameters, "owner_id = ?", filter.ownerId());
        and(text, parameters, "parent_id = ?", filter.parentId());
        if (filter.wholes()) {
            text.append(" AND parent_id IS NULL");
        }
        ofOwners(text, parameters, visible.owners());
        and(text, parameters, "id < ?", page.after(UUID::fromString));
        text.append(" ORDER BY id DESC LIMIT ?");
        parameters.add(page.limit() + 1);
        List<JobRow> found = transactions.sql(
                connection -> LedgerSql.query(connection, text.toString(), JobRow.reader(json), parameters.toArray()));
        return page(told(found), page.limit(), job -> job.id().toString());
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

    /** As constants, so that the planner may use the indices of single states. */
    private static String inState(JobState state) {
        return switch (state) {
            case RUNNING -> "(state = 'RUNNING' OR state = 'SCHEDULED' AND awaits_parts)";
            case SCHEDULED -> "state = 'SCHEDULED' AND NOT awaits_parts";
            default -> "state = '" + state.name() + "'";
        };
    }

    private static void ofOwners(StringBuilder text, List<Object> parameters, @Nullable Set<UUID> owners) {
        if (owners != null) {
            // single parameters, so that the planner may walk the index of one owner in order
            String each = String.join(", ", Collections.nCopies(owners.size(), "?"));
            text.append(" AND owner_id IN (")
                    .append(owners.isEmpty() ? "NULL" : each)
                    .append(')');
            parameters.addAll(owners);
        }
    }

    private static void and(StringBuilder text, List<Object> parameters, String condition, @Nullable Object value) {
        if (value != null) {
            text.append(" AND ").append(condition);
            parameters.add(value);
        }
    }

    private static <T> Page<T> page(List<T> found, int limit, Function<T, String> cursor) {
        if (found.size() <= limit) {
            return new Page<>(found, null);
        }
        List<T> items = found.subList(0, limit);
        return new Page<>(items, cursor.apply(items.getLast()));
    }
}

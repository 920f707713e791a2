package io.obox.queue.internal.ledger;

import io.obox.job.JobResult;
import io.obox.persistence.Transactions;
import io.obox.persistence.sql.Columns;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Tells of jobs with parts what has become of these. */
record Results(Transactions transactions) {
    private record Ends(UUID parentId, long done, long failed) {}

    /** The documents of rows, in their order, with their results. */
    List<JobDocument> of(List<JobRow> rows, List<JobDocument> documents) {
        UUID[] parents = rows.stream()
                .filter(JobRow::hasParts)
                .map(row -> row.job().id())
                .toArray(UUID[]::new);
        if (parents.length == 0) {
            return documents;
        }
        Map<UUID, Ends> ends = ends(parents);
        return IntStream.range(0, rows.size())
                .mapToObj(i -> with(rows.get(i), documents.get(i), ends))
                .toList();
    }

    private Map<UUID, Ends> ends(UUID[] parents) {
        return transactions
                .sql(connection -> PartSql.RESULTS.query(
                        connection,
                        row -> new Ends(Columns.id(row, "parent_id"), row.getLong("done"), row.getLong("failed")),
                        (Object) parents))
                .stream()
                .collect(Collectors.toMap(Ends::parentId, each -> each));
    }

    private static JobDocument with(JobRow row, JobDocument document, Map<UUID, Ends> ends) {
        Long skipped = row.skipped();
        if (skipped == null) {
            return document;
        }
        Ends ended = ends.getOrDefault(document.id(), new Ends(document.id(), 0, 0));
        return document.withResult(new JobResult(ended.done(), ended.failed(), skipped));
    }
}

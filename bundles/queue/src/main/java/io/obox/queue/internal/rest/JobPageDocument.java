package io.obox.queue.internal.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.obox.job.Job;
import io.obox.job.JobState;
import io.obox.page.Page;
import io.obox.queue.internal.ledger.JobDocument;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page of jobs.
 *
 * @param total how many there are on all pages; left out unless it is asked for
 * @param states how many there would be in each state, whatever state is asked for; left out likewise
 */
public record JobPageDocument(
        List<JobDocument> items,
        @Nullable String nextCursor,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long total,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Map<JobState, Long> states) {
    static JobPageDocument of(Page<Job> page) {
        List<JobDocument> items =
                page.items().stream().map(JobDocument.class::cast).toList();
        return new JobPageDocument(items, page.nextCursor(), null, null);
    }

    JobPageDocument counted(long all, @Nullable Map<JobState, Long> inStates) {
        return new JobPageDocument(items, nextCursor, all, inStates);
    }
}

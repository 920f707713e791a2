package io.obox.queue.internal.ledger;

import io.obox.job.JobFilter;
import io.obox.job.JobState;
import io.obox.user.Visibility;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which jobs a filter finds of those that are visible, as the condition of a statement. Not thread-safe. */
final class JobConditions {
    /** The state that is told: what only waits for its parts runs. */
    static final String STATE = "CASE WHEN state = 'SCHEDULED' AND awaits_parts THEN 'RUNNING' ELSE state END";

    private final StringBuilder text = new StringBuilder("true");
    private final List<Object> parameters = new ArrayList<>();

    private JobConditions() {}

    static JobConditions of(Visibility visible, JobFilter filter) {
        JobConditions conditions = new JobConditions();
        if (filter.state() != null) {
            conditions.text.append(" AND ").append(inState(filter.state()));
        }
        conditions.and("kind = ?", filter.kind());
        conditions.and("subject_id = ?", filter.subjectId());
        conditions.and("owner_id = ?", filter.ownerId());
        conditions.and("parent_id = ?", filter.parentId());
        if (filter.wholes()) {
            conditions.text.append(" AND parent_id IS NULL");
        }
        conditions.ofOwners(visible.owners());
        return conditions;
    }

    /** Only those that are older than one, if one is told. */
    JobConditions before(@Nullable UUID id) {
        and("id < ?", id);
        return this;
    }

    String text() {
        return text.toString();
    }

    /** What stands for the question marks in the text, and more that the statement has after it. */
    Object[] parametersAnd(Object... more) {
        return Stream.concat(parameters.stream(), Stream.of(more)).toArray();
    }

    /** As constants, so that the planner may use the indices of single states. */
    private static String inState(JobState state) {
        return switch (state) {
            case RUNNING -> "(state = 'RUNNING' OR state = 'SCHEDULED' AND awaits_parts)";
            case SCHEDULED -> "state = 'SCHEDULED' AND NOT awaits_parts";
            default -> "state = '" + state.name() + "'";
        };
    }

    private void ofOwners(@Nullable Set<UUID> owners) {
        if (owners != null) {
            // single parameters, so that the planner may walk the index of one owner in order
            String each = String.join(", ", Collections.nCopies(owners.size(), "?"));
            text.append(" AND owner_id IN (")
                    .append(owners.isEmpty() ? "NULL" : each)
                    .append(')');
            parameters.addAll(owners);
        }
    }

    private void and(String condition, @Nullable Object value) {
        if (value != null) {
            text.append(" AND ").append(condition);
            parameters.add(value);
        }
    }
}

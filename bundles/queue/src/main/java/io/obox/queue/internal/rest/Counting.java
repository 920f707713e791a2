package io.obox.queue.internal.rest;

import io.obox.job.JobState;
import io.obox.problem.FieldValues;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a list is to count besides showing a page. */
enum Counting {
    NOTHING,
    TOTAL,
    STATES;

    static Counting parse(@Nullable String count) {
        return switch (count) {
            case null -> NOTHING;
            case "false" -> NOTHING;
            case "true" -> TOTAL;
            case "states" -> STATES;
            default -> throw FieldValues.noneOf("/count", "true, false, states");
        };
    }

    /**
     * Adds to a page what is asked for.
     *
     * @param state the one that is asked for, or null for any
     * @param count how many there are in each state, whatever is asked for
     */
    JobPageDocument of(JobPageDocument page, @Nullable JobState state, Supplier<Map<JobState, Long>> count) {
        if (this == NOTHING) {
            return page;
        }
        Map<JobState, Long> states = count.get();
        long total = state == null
                ? states.values().stream().mapToLong(Long::longValue).sum()
                : states.getOrDefault(state, 0L);
        return page.counted(total, this == STATES ? states : null);
    }
}

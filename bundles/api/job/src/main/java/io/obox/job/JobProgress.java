package io.obox.job;

import io.obox.message.Message;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far a job is.
 *
 * @param percent 0 to 100
 * @param step what it does at the moment, in a few English words, or null before it began
 * @param stepCode by which the step is found in other languages, or null ({@link Message})
 * @param stepArgs the arguments of the step
 */
public record JobProgress(
        int percent, @Nullable String step, @Nullable String stepCode, Map<String, Object> stepArgs) {
    /** Nothing done yet. */
    public static final JobProgress NONE = new JobProgress(0, null);

    /** Copies the arguments. */
    public JobProgress {
        stepArgs = Message.copy(stepArgs);
    }

    /** With a step that is said in English only. */
    public JobProgress(int percent, @Nullable String step) {
        this(percent, step, null, Map.of());
    }
}

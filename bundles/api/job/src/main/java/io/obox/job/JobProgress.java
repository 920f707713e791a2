package io.obox.job;

import org.jspecify.annotations.Nullable;

/**
 * How far a job is.
 *
 * @param percent 0 to 100
 * @param step what it does at the moment, in a few words, or null before it began
 */
public record JobProgress(int percent, @Nullable String step) {
    /** Nothing done yet. */
    public static final JobProgress NONE = new JobProgress(0, null);
}

package io.obox.job;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which jobs are wanted; null does not limit. */
public record JobFilter(
        @Nullable JobState state,
        @Nullable String kind,
        @Nullable UUID subjectId,
        @Nullable UUID ownerId) {
    /** All of them. */
    public static final JobFilter ANY = new JobFilter(null, null, null, null);
}

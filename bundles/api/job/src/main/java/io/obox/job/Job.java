package io.obox.job;

import io.obox.problem.Problem;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A piece of long work.
 *
 * @param id UUIDv7: sorts by time of submission
 * @param kind which handler does it, such as {@code vm.create}
 * @param action which of the actions of its kind it is, such as {@code reboot}, or null where the kind says all
 * @param attempt how many attempts were begun and counted
 * @param maxAttempts after how many it is given up
 * @param problem why the last attempt failed, or null
 * @param scheduledAt when it is or was due
 * @param startedAt when its last attempt began, or null
 * @param finishedAt set exactly in the final states
 * @param node which node runs or ran it, or null
 * @param waitReason why no node can begin it at the moment, or null; known where jobs are read, not where they are submitted
 */
public record Job(
        UUID id,
        String kind,
        @Nullable String action,
        Subject subject,
        UUID ownerId,
        JobState state,
        JobPriority priority,
        int attempt,
        int maxAttempts,
        JobProgress progress,
        @Nullable Problem problem,
        Instant createdAt,
        Instant scheduledAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String node,
        @Nullable WaitReason waitReason) {

    /** The same, with why it waits. */
    public Job withWaitReason(@Nullable WaitReason reason) {
        return new Job(
                id,
                kind,
                action,
                subject,
                ownerId,
                state,
                priority,
                attempt,
                maxAttempts,
                progress,
                problem,
                createdAt,
                scheduledAt,
                startedAt,
                finishedAt,
                node,
                reason);
    }
}

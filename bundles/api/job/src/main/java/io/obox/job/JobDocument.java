package io.obox.job;

import io.obox.problem.Problem;
import io.obox.user.Owner;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A job as REST shows it, alike wherever one is answered with: by the jobs themselves, and by every request that begins one.
 * The members are those of {@link Job}, with the owner's address.
 */
public record JobDocument(
        UUID id,
        String kind,
        @Nullable String action,
        Subject subject,
        Owner owner,
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

    /** The document of a job whose owner has this e-mail address. */
    public static JobDocument of(Job job, String ownerEmail) {
        return new JobDocument(
                job.id(),
                job.kind(),
                job.action(),
                job.subject(),
                new Owner(job.ownerId(), ownerEmail),
                job.state(),
                job.priority(),
                job.attempt(),
                job.maxAttempts(),
                job.progress(),
                job.problem(),
                job.createdAt(),
                job.scheduledAt(),
                job.startedAt(),
                job.finishedAt(),
                job.node(),
                job.waitReason());
    }
}

package io.obox.queue.internal.ledger;

import io.obox.job.Job;
import io.obox.job.JobPriority;
import io.obox.job.JobProgress;
import io.obox.job.JobResult;
import io.obox.job.JobState;
import io.obox.job.Subject;
import io.obox.job.WaitReason;
import io.obox.problem.Problem;
import io.obox.user.Owner;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A job of the ledger. Its members, in this order, are those of the document that REST answers with, whoever does. */
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
        @Nullable WaitReason waitReason,
        @Nullable UUID parentId,
        @Nullable JobResult result,
        long version)
        implements Job {

    /** The same, with the owner's address. */
    public JobDocument withOwnerEmail(String email) {
        return with(new Owner(owner.id(), email), waitReason, result);
    }

    /** The same, with why it waits. */
    JobDocument withWaitReason(@Nullable WaitReason reason) {
        return with(owner, reason, result);
    }

    /** The same, with what has become of its parts. */
    JobDocument withResult(JobResult ofParts) {
        return with(owner, waitReason, ofParts);
    }

    private JobDocument with(Owner whose, @Nullable WaitReason reason, @Nullable JobResult ofParts) {
        return new JobDocument(
                id,
                kind,
                action,
                subject,
                whose,
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
                reason,
                parentId,
                ofParts,
                version);
    }
}

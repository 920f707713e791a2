package io.obox.job.testkit;

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

/** A job of no ledger. */
public record FakeJob(
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
        implements Job {}

package io.obox.job;

import io.obox.problem.Problem;
import io.obox.user.Owner;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A piece of long work, as it was when it was asked for. Immutable. Jackson writes it as the document that REST answers with.
 */
@ProviderType
public interface Job {
    /** UUIDv7: sorts by time of submission. */
    UUID id();

    /** Which handler does it, such as {@code vm.create}. */
    String kind();

    /** Which of the actions of its kind it is, such as {@code reboot}, or null where the kind says all. */
    @Nullable
    String action();

    /** What it works on. */
    Subject subject();

    /** Whose it is. */
    Owner owner();

    /** Where it is on its way. */
    JobState state();

    /** How urgent it is. */
    JobPriority priority();

    /** How many attempts were begun and counted. */
    int attempt();

    /** After how many attempts it is given up. */
    int maxAttempts();

    /** How far the work is. */
    JobProgress progress();

    /** Why the last attempt failed, or null. */
    @Nullable
    Problem problem();

    /** When it was submitted. */
    Instant createdAt();

    /** When it is or was due. */
    Instant scheduledAt();

    /** When its last attempt began, or null. */
    @Nullable
    Instant startedAt();

    /** When it ended; set exactly in the final states. */
    @Nullable
    Instant finishedAt();

    /** Which node runs or ran it, or null. */
    @Nullable
    String node();

    /** The job that this one is a part of, or null. */
    @Nullable
    UUID parentId();

    /**
     * What has become of its parts, or null for a job that was not submitted as one that has some; known where jobs are read, not
     * where they are submitted.
     */
    @Nullable
    JobResult result();

    /** Why no node can begin it at the moment, or null; known where jobs are read, not where they are submitted. */
    @Nullable
    WaitReason waitReason();

    /** Grows with each change of anything else but {@link #waitReason} and {@link #result}, which are no part of the job itself. */
    long version();
}

package io.obox.job;

import io.obox.message.Message;
import io.obox.page.Page;
import io.obox.page.PageRequest;
import io.obox.user.Caller;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The ledger of long work. Callers see their own jobs, administrators all. Thread-safe; every fault is a
 * {@link io.obox.problem.ProblemException}.
 */
@ProviderType
public interface Jobs {
    /**
     * Writes a job in the thread's transaction (see {@link io.obox.persistence.Transactions}), so that it exists exactly if
     * what it belongs to does; workers learn of it after the commit.
     *
     * @throws io.obox.problem.ProblemException {@code conflict} where the idempotency key was used within 24 hours, be it for
     *     the same request
     */
    Job submit(JobRequest request);

    /**
     * Whether a node that lives could run such a job at the moment: it handles the kind and reaches all places. For choosing
     * between places, so what it says may be a second old; a job that nobody could run may be submitted all the same, and waits.
     */
    boolean couldRun(JobRequest request);

    /**
     * The job of this kind that was submitted under this key within the last 24 hours.
     *
     * @throws io.obox.problem.ProblemException {@code conflict} where the key was used for another request
     */
    Optional<Job> submitted(String kind, IdempotencyKey key);

    /**
     * Counts things for which a job with parts has none made, and adds a line to its log for each, which says which and why; in
     * the thread's transaction.
     *
     * @param lines must hold no secret
     */
    void skip(UUID parentId, List<String> lines);

    /** The same, for readers of any language. */
    default void skipSaying(UUID parentId, List<Message> lines) {
        skip(parentId, lines.stream().map(Message::text).toList());
    }

    /** Jobs that the caller may see, newest first. */
    Page<Job> list(Caller caller, JobFilter filter, PageRequest page);

    /** One job, or {@code not-found}. */
    Job get(Caller caller, UUID id);

    /** What its attempts wrote, oldest first. */
    Page<JobLogLine> log(Caller caller, UUID id, PageRequest page);

    /**
     * Ends a job, and those of its parts that have not begun. One that waits is CANCELLED at once; one that runs is told to
     * stop, and becomes CANCELLED when its handler has returned. Cancelling a cancelled job changes nothing. In a transaction
     * of its own, whatever transaction the thread is in.
     *
     * @throws io.obox.problem.ProblemException {@code state-conflict} if it has finished otherwise
     */
    Job cancel(Caller caller, UUID id);

    /**
     * Begins a discarded or cancelled job again, with all its attempts.
     *
     * @throws io.obox.problem.ProblemException {@code state-conflict} in any other state
     */
    Job retry(Caller caller, UUID id);

    /**
     * Begins those parts of a job again that were discarded, each with all its attempts, in a transaction of its own. The job itself
     * stays as it is; what has become of its parts tells its result.
     *
     * @return the job, as it is then
     * @throws io.obox.problem.ProblemException {@code not-found}; {@code state-conflict} where none of its parts was discarded
     */
    Job retryParts(Caller caller, UUID id);

    /** The newest unfinished job of each subject that has one, without asking who may see it. */
    Map<UUID, Job> unfinished(Collection<UUID> subjectIds);

    /**
     * Cancels every unfinished job of a subject, in the thread's transaction, on behalf of its domain. Handlers of third-party
     * bundles are told of it later.
     */
    void cancelAll(UUID subjectId);

    /** The same but for one job, which was submitted in the thread's transaction to take the place of the others. */
    void cancelOthers(UUID subjectId, UUID jobId);
}

package io.obox.job;

import io.obox.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Does the jobs of one kind. A whiteboard service of a domain bundle; of several for one kind the one with the highest
 * ranking gets new work. An attempt may be repeated although an earlier one did its work (a crash, a lost lease), so a
 * handler brings things to a state rather than making them. Called by many threads at once, which are platform threads of the
 * queue; an attempt that takes longer than its {@link RetryPolicy#deadline} is interrupted. What the handler is (all but
 * {@link #handle} and {@link #ended}) is asked for once.
 *
 * @param <A> type of the arguments: a record that Jackson reads
 */
@ConsumerType
public interface JobHandler<A> {
    /** Service property that holds the kind, beside {@link #kind()}. */
    String KIND = "job.kind";

    /** The kind of job, such as {@code vm.create}. */
    String kind();

    /** Class of the arguments. */
    Class<A> argsType();

    /** How attempts are repeated. */
    default RetryPolicy retryPolicy() {
        return RetryPolicy.DEFAULT;
    }

    /**
     * Does the work.
     *
     * @throws JobFailure where the attempt failed in a way that people can be told of
     * @throws InterruptedException if the attempt was told to stop: cancelled, lease lost, bundle or node going away
     * @throws Exception anything else counts as a bug, is logged, and is retried
     */
    void handle(A args, JobContext context) throws Exception;

    /**
     * Called in the transaction in which the job reaches a final state, so that the domain's rows can change with it; or in a
     * later one, where this handler was away, failed or was busy at that time. It has to return within some seconds.
     *
     * @param state COMPLETED, DISCARDED or CANCELLED
     * @param problem why, or null if completed
     */
    default void ended(A args, JobState state, @Nullable Problem problem) {}
}

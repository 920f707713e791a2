package io.obox.queue.internal.handler;

import io.obox.job.JobHandler;
import io.obox.job.JobState;
import io.obox.job.RetryPolicy;
import io.obox.problem.Problem;

/**
 * What a handler says of itself, asked for once: what it says later can neither confuse nor hold up the queue.
 *
 * @param retryPolicy within the bounds that OBox sets
 * @param tellsEnds whether it wants to be told of ends: whether it has a method for that of its own
 */
record Traits<A>(JobHandler<A> handler, String kind, Class<A> argsType, RetryPolicy retryPolicy, boolean tellsEnds) {
    static <A> Traits<A> of(JobHandler<A> handler) {
        return new Traits<>(
                handler, handler.kind(), handler.argsType(), Bounds.of(handler.retryPolicy()), tellsEnds(handler));
    }

    private static boolean tellsEnds(JobHandler<?> handler) {
        try {
            return handler.getClass()
                            .getMethod("ended", Object.class, JobState.class, Problem.class)
                            .getDeclaringClass()
                    != JobHandler.class;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }
}

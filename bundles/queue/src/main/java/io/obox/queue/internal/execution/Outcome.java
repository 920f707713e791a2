package io.obox.queue.internal.execution;

import io.obox.problem.Problem;

/** What became of a handler's work. */
sealed interface Outcome {
    /** The work is done. */
    record Done() implements Outcome {}

    /**
     * The work failed.
     *
     * @param retryable whether another attempt may succeed
     */
    record Failed(Problem problem, boolean retryable) implements Outcome {}

    /** The handler gave way, or was not begun. */
    record Stopped() implements Outcome {}
}

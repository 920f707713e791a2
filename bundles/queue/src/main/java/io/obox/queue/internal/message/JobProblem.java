package io.obox.queue.internal.message;

import io.obox.problem.ProblemKind;

/** Kinds of problems that jobs have. */
public enum JobProblem implements ProblemKind {
    WORKER_DIED(500, "Worker died"),
    DEADLINE_EXCEEDED(504, "Deadline exceeded");

    private final int status;
    private final String title;

    JobProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public int status() {
        return status;
    }
}

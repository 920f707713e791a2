package io.obox.persistence.internal.message;

import io.obox.problem.ProblemKind;

/** Kinds of problems with the database. */
public enum DatabaseProblem implements ProblemKind {
    STORAGE_FULL(507, "Storage full");

    private final int status;
    private final String title;

    DatabaseProblem(int status, String title) {
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

package io.obox.version;

import io.obox.problem.ProblemKind;

/** Kinds of problems with versions. */
enum VersionProblem implements ProblemKind {
    PRECONDITION_REQUIRED(428, "Version missing");

    private final int status;
    private final String title;

    VersionProblem(int status, String title) {
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

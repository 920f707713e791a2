package io.obox.platform.internal.message;

import io.obox.problem.ProblemKind;

/** Kinds of problems with replacements. */
public enum UpdateProblem implements ProblemKind {
    UPDATE_REFUSED(409, "Update refused");

    private final int status;
    private final String title;

    UpdateProblem(int status, String title) {
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

package io.obox.auth.internal.message;

import io.obox.problem.ProblemKind;

/** Kinds of problems with accounts and what belongs to them. */
public enum AuthProblem implements ProblemKind {
    ACCOUNT_DISABLED(403, "Account not in use"),
    KEY_SAVED(409, "Key saved already"),
    LIMIT_REACHED(409, "Limit reached"),
    NAME_TAKEN(409, "Name taken");

    private final int status;
    private final String title;

    AuthProblem(int status, String title) {
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

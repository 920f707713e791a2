package io.obox.auth.internal.message;

import io.obox.problem.ProblemKind;

/** Kinds of problems with accounts and what belongs to them. */
public enum AuthProblem implements ProblemKind {
    ACCOUNT_DISABLED(403, "Account not in use"),
    CONFIRMATION_REQUIRED(403, "Confirmation needed"),
    EMAIL_TAKEN(409, "Address taken"),
    KEY_SAVED(409, "Key saved already"),
    LAST_ADMINISTRATOR(409, "Last administrator"),
    LIMIT_REACHED(409, "Limit reached"),
    LINK_INVALID(410, "Link no longer good"),
    NAME_TAKEN(409, "Name taken"),
    REGISTRATION_CLOSED(403, "Registration closed"),
    SECOND_FACTOR_REQUIRED(403, "Second factor needed");

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

package io.obox.web.internal.message;

import io.obox.problem.ProblemKind;

/** Kinds of problems that requests have. */
public enum WebProblem implements ProblemKind {
    METHOD_NOT_ALLOWED(405, "Method not allowed"),
    NOT_ACCEPTABLE(406, "Not acceptable"),
    TIMEOUT(408, "Too slow"),
    UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type"),
    MISDIRECTED(421, "Misdirected request"),
    PASSWORD_CHANGE_REQUIRED(403, "Password change required"),
    EMAIL_UNVERIFIED(403, "Address not confirmed"),
    SECOND_FACTOR_REQUIRED(403, "Second factor needed");

    private final int status;
    private final String title;

    WebProblem(int status, String title) {
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

package io.obox.mail.internal.message;

import io.obox.problem.ProblemKind;

/** Kinds of problems that mails have. */
public enum MailProblem implements ProblemKind {
    MAIL_SERVER_UNREACHABLE(503, "Mail server unreachable"),
    MAIL_SERVER_NOT_TRUSTED(502, "Mail server not trusted"),
    MAIL_LOGIN_REFUSED(502, "Mail login refused"),
    MAIL_DEFERRED(503, "Mail not taken yet"),
    MAIL_REFUSED(502, "Mail refused");

    private final int status;
    private final String title;

    MailProblem(int status, String title) {
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

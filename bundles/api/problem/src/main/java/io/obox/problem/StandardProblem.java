package io.obox.problem;

/** The kinds of problems that every bundle may have. More of them may come. */
public enum StandardProblem implements ProblemKind {
    /** The request was understood, but some of its values can't be accepted. */
    VALIDATION(422, "Invalid values"),
    /** The request can't be read at all. */
    MALFORMED(400, "Malformed request"),
    /** Nobody is logged in, or the login has ended. */
    UNAUTHENTICATED(401, "Not logged in"),
    /** The caller may see the thing but not do this. */
    FORBIDDEN(403, "Not allowed"),
    /** The thing does not exist, or the caller may not know that it does. */
    NOT_FOUND(404, "Not found"),
    /** The thing is not in a state in which this can be done. */
    STATE_CONFLICT(409, "Not possible in this state"),
    /** Something else has been done that excludes this. */
    CONFLICT(409, "Conflict"),
    /** There is no room for it. */
    NO_CAPACITY(409, "No capacity"),
    /** It was cancelled before it was done. */
    CANCELLED(409, "Cancelled"),
    /** The thing was changed since the caller read it. */
    PRECONDITION_FAILED(412, "Changed meanwhile"),
    /** More was sent than is taken. */
    TOO_LARGE(413, "Too large"),
    /** The caller asks too often. */
    RATE_LIMITED(429, "Too many requests"),
    /** A fault of OBox itself. */
    INTERNAL(500, "Internal error"),
    /** Something that OBox itself needs is away at the moment; the same request may succeed soon. */
    UNAVAILABLE(503, "Temporarily unavailable");

    private final int status;
    private final String title;

    StandardProblem(int status, String title) {
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

package io.obox.openapi;

/** Who may call an operation, as the matrix of rights tells them apart. */
enum Caller {
    NOBODY("nobody", "without a login"),
    UNVERIFIED("unverified", "an account whose address is not confirmed"),
    OWES_PASSWORD("owes password", "an account whose password must be changed"),
    DISABLED("disabled", "a login from before its account was disabled"),
    OWNER("owner", "a user, at what is theirs"),
    OTHER("other", "a user, at what is somebody else's"),
    ADMIN("admin", "an administrator, at what is somebody else's"),
    SCOPED_TOKEN(
            "token", "an API token of the owner with the scope; where only administrators are served, of one of them"),
    OTHER_TOKEN("other token", "an API token of the same account with every scope but this one and what includes it"),
    EXPIRED_TOKEN("expired token", "an API token with the scope whose time is over"),
    ENDED_SESSION("ended session", "a login that was ended");

    private final String column;
    private final String meaning;

    Caller(String column, String meaning) {
        this.column = column;
        this.meaning = meaning;
    }

    String column() {
        return column;
    }

    String meaning() {
        return meaning;
    }
}

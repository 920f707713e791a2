package io.obox.persistence.internal.message;

import io.obox.message.MessageTemplate;

/** What is said of the database. */
public enum DatabaseMessage implements MessageTemplate {
    EXISTS("Something with these values exists already."),
    CHANGED("It was changed by somebody else at the same time."),
    READ_AGAIN("Read it again and repeat the change."),
    UNKEEPABLE("A text holds a character that can't be kept, such as U+0000."),
    FULL("The database has no room left on its disk."),
    MAKE_ROOM("Tell the operator, who can make room; then try again."),
    NEWER(
            "The database was written by a newer version of {unit}: its tables are of version {found}, but {unit} {version} knows version {own} at most."),
    START_NEWER("Start a version of OBox at least as new as the one that was used last."),
    UNIT_WRONG("META-INF/persistence.xml of {unit} {fault}."),
    CORRECT_UNIT("Correct the file, build the bundle again, and install it."),
    NOT_READY("The database is not ready yet."),
    WAIT_INTERRUPTED("The wait for the database was interrupted."),
    STOPPED("{unit} has been stopped."),
    TABLES_NOT_READY("The tables of {unit} are not ready: {fault}"),
    WORK_INTERRUPTED("Work with the database was interrupted."),
    NO_ANSWER("The database does not answer at the moment."),
    ROLE_MAY_NOT(
            "The database role of OBox may not make a role and a schema for {bundle}, which keep its tables apart."),
    LET_IT("Let it: \"alter role … createrole\", and \"grant create on database … to …\".");

    private final String pattern;

    DatabaseMessage(String pattern) {
        this.pattern = pattern;
    }

    @Override
    public String code() {
        return MessageTemplate.code("database", this);
    }

    @Override
    public String pattern() {
        return pattern;
    }
}

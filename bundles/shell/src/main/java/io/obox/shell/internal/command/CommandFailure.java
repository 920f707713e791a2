package io.obox.shell.internal.command;

import io.obox.problem.FieldError;
import io.obox.problem.Problem;

/** A command did not do what it was asked. Its text is for the person who asked; there is nothing more to know. */
public final class CommandFailure extends RuntimeException {
    /** Exit status of a command that failed. */
    public static final int FAILED = 1;

    /** Exit status of a command that was used wrongly. */
    public static final int MISUSED = 2;

    private static final long serialVersionUID = 1L;

    private final int status;

    /** With the text to show and the status to exit with. */
    public CommandFailure(String text, int status) {
        super(text, null, false, false);
        this.status = status;
    }

    /** A problem in lines: what happened, the fields at fault, what can be done. */
    public static CommandFailure of(Problem problem) {
        StringBuilder text = new StringBuilder(problem.detail());
        for (FieldError error : problem.errors()) {
            text.append("\n  ")
                    .append(error.pointer().replaceFirst("^/", ""))
                    .append(": ")
                    .append(error.detail());
        }
        if (problem.remedy() != null) {
            text.append('\n').append(problem.remedy());
        }
        return new CommandFailure(text.toString(), FAILED);
    }

    /** Status to exit with. */
    public int status() {
        return status;
    }

    /** What the interactive shell shows. */
    @Override
    public String toString() {
        return "error: " + getMessage();
    }
}

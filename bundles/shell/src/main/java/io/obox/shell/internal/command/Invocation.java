package io.obox.shell.internal.command;

import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.user.Caller;
import java.io.PrintStream;
import java.util.function.Supplier;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Process;

/** One use of a command: what it was given, who gave it, and where the answer goes. */
public record Invocation(CommandSession session, Arguments arguments) {
    /** The session's variable that holds a {@code Supplier} of its caller. */
    public static final String CALLER = ".obox.caller";

    /** On whose behalf the session acts. Asked only by commands that need it, so that the others work without a database. */
    public Caller caller() {
        if (session.get(CALLER) instanceof Supplier<?> supplier && supplier.get() instanceof Caller caller) {
            return caller;
        }
        throw new ProblemException(Problem.unauthenticated("Nobody is logged in to this session.")
                .withRemedy("Enter by ./obox shell or by SSH."));
    }

    /** Whether the answer is for a program. */
    public boolean json() {
        return arguments.has("json");
    }

    /** Where the answer goes: the next command of a pipe, or the terminal. */
    public PrintStream out() {
        Process process = Process.Utils.current();
        return Meter.of(session).counted(process == null ? session.getConsole() : process.out());
    }
}

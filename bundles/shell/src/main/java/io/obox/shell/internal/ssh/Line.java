package io.obox.shell.internal.ssh;

import io.obox.problem.ProblemException;
import io.obox.shell.internal.command.CommandFailure;
import io.obox.shell.internal.language.Language;
import java.io.InputStream;
import java.io.PrintStream;
import org.apache.felix.gogo.runtime.CommandNotFoundException;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Converter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line given to {@code ssh}: its output and nothing else on stdout, its fault on stderr, and an exit status. */
record Line(Language language, Visitor visitor, String text) {
    private static final Logger LOG = LoggerFactory.getLogger(Line.class);
    private static final int NOT_FOUND = 127;

    int run(InputStream in, PrintStream out, PrintStream err) {
        InputStream input = visitor.rights().bounded() ? new InputLimit(in) : in;
        try (CommandSession session = visitor.session(language, input, out, err)) {
            Object result = session.execute(text);
            if (result != null) {
                out.println(session.format(result, Converter.INSPECT));
            }
            return 0;
        } catch (Exception e) {
            CommandFailure failure = failure(text, e);
            err.println(failure);
            return failure.status();
        } finally {
            out.flush();
            err.flush();
        }
    }

    /** What is said of a fault. */
    static CommandFailure failure(String text, Exception fault) {
        return switch (fault) {
            case CommandFailure failure -> failure;
            case ProblemException problem -> CommandFailure.of(problem.problem());
            case CommandNotFoundException missing ->
                new CommandFailure(
                        "There is no command " + missing.getCommand() + "; obox:help shows those there are.",
                        NOT_FOUND);
            default -> {
                LOG.debug("A line failed: {}", text, fault);
                String message = fault.getMessage();
                yield new CommandFailure(message == null ? fault.toString() : message, CommandFailure.FAILED);
            }
        };
    }
}

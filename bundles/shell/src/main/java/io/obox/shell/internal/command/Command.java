package io.obox.shell.internal.command;

import io.obox.problem.ProblemException;
import java.util.List;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Function;
import org.jspecify.annotations.Nullable;

/** A command of the scope {@code obox}. */
public interface Command extends Function {
    /** The service property with the scope, alike for each command. */
    String SCOPE = "osgi.command.scope=obox";

    /** The service property with the name. */
    String NAME = "osgi.command.function=";

    /** How it is used. */
    Syntax syntax();

    /**
     * Does it.
     *
     * @throws ProblemException as the domain services do
     * @throws CommandFailure for anything else that the person is to be told
     */
    void run(Invocation invocation) throws Exception;

    @Override
    default @Nullable Object execute(CommandSession session, List<Object> words) throws Exception {
        if (words.stream().anyMatch(word -> "--help".equals(String.valueOf(word)))) {
            new Invocation(session, Arguments.NONE).out().println(syntax().help());
            return null;
        }
        try {
            run(new Invocation(session, syntax().parse(words)));
        } catch (ProblemException e) {
            throw CommandFailure.of(e.problem());
        }
        return null;
    }
}

package io.obox.shell.internal.command;

import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.shell.internal.service.Services;
import java.io.PrintStream;
import java.nio.file.Path;
import org.apache.felix.service.command.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code obox:update}. */
@Component(
        service = {Command.class, Function.class},
        property = {Command.SCOPE, Command.NAME + "update"})
public final class UpdateCommand implements Command {
    private static final Syntax SYNTAX = Syntax.of(
                    "update", "replaces a running bundle by another build of it, while it is in use")
            .then("<jar>");

    private final Services services;

    /** Within the bundle. */
    @Activate
    public UpdateCommand(@Reference Services services) {
        this.services = services;
    }

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public void run(Invocation invocation) throws InterruptedException {
        Path file = Path.of(invocation.arguments().needed(0));
        if (!file.isAbsolute()) {
            throw new ProblemException(Problem.malformed("The path of the jar must be absolute, not " + file + "."));
        }
        PrintStream out = invocation.out();
        out.println(services.replacements().replace(file, out::println));
    }
}

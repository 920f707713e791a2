package io.obox.shell.internal.command;

import io.obox.shell.internal.output.Table;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.felix.service.command.Function;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** {@code obox:help}. */
@Component(
        service = Function.class,
        property = {Command.SCOPE, Command.NAME + "help"})
public final class HelpCommand implements Command {
    private static final Syntax SYNTAX =
            Syntax.of("help", "shows the commands, or how one is used").then("[command]");

    private final List<Command> commands = new CopyOnWriteArrayList<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindCommand(Command command) {
        commands.add(command);
    }

    void unbindCommand(Command command) {
        commands.remove(command);
    }

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public void run(Invocation invocation) {
        String name = invocation.arguments().at(0);
        if (name == null) {
            Table table = new Table("COMMAND", "WHAT IT DOES");
            commands.stream()
                    .map(Command::syntax)
                    .sorted(Comparator.comparing(Syntax::name))
                    .forEach(syntax -> table.row("obox:" + syntax.name(), syntax.summary()));
            table.print(invocation.out());
            return;
        }
        Syntax syntax = commands.stream()
                .map(Command::syntax)
                .filter(each -> each.name().equals(name.replaceFirst("^obox:", "")))
                .findFirst()
                .orElseThrow(() -> new CommandFailure("There is no command " + name + ".", CommandFailure.FAILED));
        invocation.out().println(syntax.help());
    }
}

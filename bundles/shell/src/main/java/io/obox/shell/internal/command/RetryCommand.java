package io.obox.shell.internal.command;

import io.obox.shell.internal.service.Services;
import java.io.IOException;
import java.util.UUID;
import org.apache.felix.service.command.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code obox:retry}. */
@Component(
        service = {Command.class, Function.class},
        property = {Command.SCOPE, Command.NAME + "retry"})
public final class RetryCommand implements Command {
    private static final Syntax SYNTAX = Syntax.of("retry", "begins a discarded or cancelled job again")
            .then("<id>")
            .flag("json");

    private final Services services;

    /** On these services. */
    @Activate
    public RetryCommand(@Reference Services services) {
        this.services = services;
    }

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public void run(Invocation invocation) throws IOException {
        UUID id = Lookup.id(invocation.arguments().needed(0));
        new JobReport(services, invocation).one(services.jobs().retry(invocation.caller(), id));
    }
}

package io.obox.shell.internal.command;

import io.obox.shell.internal.service.Services;
import org.apache.felix.service.command.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code obox:test-mail}. */
@Component(
        service = {Command.class, Function.class},
        property = {Command.SCOPE, Command.NAME + "test-mail"})
public final class TestMailCommand implements Command {
    private static final Syntax SYNTAX = Syntax.of(
                    "test-mail", "sends you a mail that says nothing but that mail works")
            .flag("wait")
            .flag("json");

    private final Services services;

    /** On these services. */
    @Activate
    public TestMailCommand(@Reference Services services) {
        this.services = services;
    }

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public void run(Invocation invocation) throws Exception {
        new JobReport(services, invocation).begun(services.mails().test(invocation.caller()));
    }
}

package io.obox.shell.internal.command;

import io.obox.shell.internal.service.Services;
import java.util.UUID;
import org.apache.felix.service.command.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code obox:send-mail}. */
@Component(
        service = {Command.class, Function.class},
        property = {Command.SCOPE, Command.NAME + "send-mail"})
public final class SendMailCommand implements Command {
    private static final Syntax SYNTAX = Syntax.of("send-mail", "sends a mail that is in the outbox or was given up")
            .then("<id>")
            .flag("wait")
            .flag("json");

    private final Services services;

    /** On these services. */
    @Activate
    public SendMailCommand(@Reference Services services) {
        this.services = services;
    }

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public void run(Invocation invocation) throws Exception {
        UUID id = Lookup.id(invocation.arguments().needed(0));
        new JobReport(services, invocation).begun(services.mails().retry(invocation.caller(), id));
    }
}

package io.obox.shell.internal.command;

import io.obox.shell.internal.service.Services;
import io.obox.user.Caller;
import java.io.IOException;
import org.apache.felix.service.command.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code obox:restore-vm}. */
@Component(
        service = {Command.class, Function.class},
        property = {Command.SCOPE, Command.NAME + "restore-vm"})
public final class RestoreVmCommand implements Command {
    private static final Syntax SYNTAX = Syntax.of("restore-vm", "gives a virtual machine back from the bin")
            .then("<id|name>")
            .option("name", "NAME")
            .flag("wait")
            .flag("json");

    private final Services services;

    /** On these services. */
    @Activate
    public RestoreVmCommand(@Reference Services services) {
        this.services = services;
    }

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public void run(Invocation invocation) throws IOException, InterruptedException {
        Caller caller = invocation.caller();
        Arguments arguments = invocation.arguments();
        new JobReport(services, invocation)
                .begun(services.vms()
                        .restore(
                                caller,
                                new Lookup(services, caller)
                                        .binned(arguments.needed(0))
                                        .id(),
                                arguments.option("name")));
    }
}

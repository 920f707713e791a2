package io.obox.shell.internal.command;

import io.obox.job.Job;
import io.obox.shell.internal.service.Services;
import io.obox.user.Caller;
import io.obox.version.ExpectedVersion;
import java.io.IOException;
import java.util.UUID;
import org.apache.felix.service.command.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code obox:delete-vm}. */
@Component(
        service = {Command.class, Function.class},
        property = {Command.SCOPE, Command.NAME + "delete-vm"})
public final class DeleteVmCommand implements Command {
    private static final Syntax SYNTAX = Syntax.of(
                    "delete-vm", "puts a virtual machine into the bin, or takes it away for good")
            .then("<id|name>")
            .flag("purge")
            .flag("wait")
            .flag("json");

    private final Services services;

    /** On these services. */
    @Activate
    public DeleteVmCommand(@Reference Services services) {
        this.services = services;
    }

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public void run(Invocation invocation) throws IOException, InterruptedException {
        Caller caller = invocation.caller();
        UUID vm = new Lookup(services, caller)
                .vm(invocation.arguments().needed(0))
                .id();
        Job job = invocation.arguments().has("purge")
                ? services.vms().purge(caller, vm, ExpectedVersion.UNSTATED)
                : services.vms().delete(caller, vm, ExpectedVersion.UNSTATED);
        new JobReport(services, invocation).begun(job);
    }
}

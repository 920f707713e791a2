package io.obox.shell.internal.command;

import io.obox.job.Job;
import io.obox.shell.internal.service.Services;
import io.obox.user.Caller;
import java.io.IOException;
import org.apache.felix.service.command.Function;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code obox:empty-bin}. */
@Component(
        service = {Command.class, Function.class},
        property = {Command.SCOPE, Command.NAME + "empty-bin"})
public final class EmptyBinCommand implements Command {
    private static final Syntax SYNTAX = Syntax.of(
                    "empty-bin", "takes a virtual machine in the bin away for good, or with --all every one there")
            .then("[id|name]")
            .flag("all")
            .flag("wait")
            .flag("json");

    private final Services services;

    /** On these services. */
    @Activate
    public EmptyBinCommand(@Reference Services services) {
        this.services = services;
    }

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public void run(Invocation invocation) throws IOException, InterruptedException {
        Caller caller = invocation.caller();
        @Nullable String which = invocation.arguments().at(0);
        if ((which == null) != invocation.arguments().has("all")) {
            throw SYNTAX.wrong("Either a virtual machine or --all is needed.");
        }
        Job job = which == null
                ? services.vms().emptyBin(caller, null)
                : services.vms()
                        .purgeFromBin(
                                caller,
                                new Lookup(services, caller).binned(which).id());
        new JobReport(services, invocation).begun(job);
    }
}

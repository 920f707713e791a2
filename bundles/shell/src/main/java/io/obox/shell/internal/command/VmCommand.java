package io.obox.shell.internal.command;

import io.obox.job.JobPriority;
import io.obox.shell.internal.output.JsonOutput;
import io.obox.shell.internal.service.Services;
import io.obox.user.Caller;
import io.obox.vm.PowerAction;
import io.obox.vm.PowerChange;
import io.obox.vm.Vm;
import java.io.IOException;
import java.util.stream.Stream;
import org.apache.felix.service.command.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code obox:vm}. */
@Component(
        service = {Command.class, Function.class},
        property = {Command.SCOPE, Command.NAME + "vm"})
public final class VmCommand implements Command {
    private static final Syntax SYNTAX = Syntax.of("vm", "shows a virtual machine, or changes its power")
            .then("<id|name>")
            .then("[start|shutdown|stop|reboot|reset|pause|resume]")
            .option("priority", "PRIORITY")
            .flag("wait")
            .flag("json");

    private final Services services;

    /** On these services. */
    @Activate
    public VmCommand(@Reference Services services) {
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
        String action = arguments.at(1);
        PowerAction power = action == null ? null : Lookup.choice(PowerAction.class, action);
        Vm vm = new Lookup(services, caller).vm(arguments.needed(0));
        if (power == null) {
            show(vm, invocation);
            return;
        }
        String priority = arguments.option("priority");
        PowerChange change = PowerChange.builder(power)
                .priority(priority == null ? null : Lookup.choice(JobPriority.class, priority))
                .build();
        new JobReport(services, invocation).begun(services.vms().act(caller, vm.id(), change));
    }

    private static void show(Vm vm, Invocation invocation) throws IOException {
        if (invocation.json()) {
            JsonOutput.print(invocation.out(), vm);
            return;
        }
        VmsCommand.table(Stream.of(vm)).print(invocation.out());
        if (vm.problem() != null) {
            invocation.out().println(CommandFailure.of(vm.problem()).getMessage());
        }
    }
}

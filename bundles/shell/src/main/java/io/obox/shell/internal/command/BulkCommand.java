package io.obox.shell.internal.command;

import io.obox.job.JobPriority;
import io.obox.shell.internal.output.JsonOutput;
import io.obox.shell.internal.output.Table;
import io.obox.shell.internal.service.Services;
import io.obox.user.Caller;
import io.obox.vm.BulkChange;
import io.obox.vm.BulkPlan;
import io.obox.vm.VmAction;
import io.obox.vm.VmFilter;
import java.io.IOException;
import org.apache.felix.service.command.Function;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code obox:bulk}. */
@Component(
        service = {Command.class, Function.class},
        property = {Command.SCOPE, Command.NAME + "bulk"})
public final class BulkCommand implements Command {
    private static final Syntax SYNTAX = Syntax.of(
                    "bulk", "does the same to all virtual machines that a search finds, or says what it would do")
            .then("<start|shutdown|stop|reboot|reset|pause|resume|delete>")
            .then("<search>")
            .then("[search…]")
            .option("priority", "PRIORITY")
            .flag("plan")
            .flag("wait")
            .flag("json");

    private final Services services;

    /** On these services. */
    @Activate
    public BulkCommand(@Reference Services services) {
        this.services = services;
    }

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public void run(Invocation invocation) throws IOException, InterruptedException {
        Caller caller = invocation.caller();
        BulkChange change = change(invocation.arguments());
        if (invocation.arguments().has("plan")) {
            show(services.vms().plan(caller, change), invocation);
        } else {
            new JobReport(services, invocation).begun(services.vms().act(caller, change));
        }
    }

    private static BulkChange change(Arguments arguments) {
        @Nullable String priority = arguments.option("priority");
        return BulkChange.builder(Lookup.choice(VmAction.class, arguments.needed(0)))
                .filter(VmFilter.builder().query(arguments.rest(1)).build())
                .priority(priority == null ? null : Lookup.choice(JobPriority.class, priority))
                .build();
    }

    private static void show(BulkPlan plan, Invocation invocation) throws IOException {
        if (invocation.json()) {
            JsonOutput.print(invocation.out(), plan);
            return;
        }
        Table table = new Table("NAME", "SKIPPED", "ID");
        plan.targets().forEach(vm -> table.row(vm.name(), null, vm.id()));
        plan.skipped()
                .forEach(skipped -> table.row(
                        skipped.vm().name(),
                        skipped.problem().detail(),
                        skipped.vm().id()));
        table.print(invocation.out());
    }
}

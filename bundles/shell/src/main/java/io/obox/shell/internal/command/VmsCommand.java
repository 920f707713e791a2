package io.obox.shell.internal.command;

import io.obox.shell.internal.output.Age;
import io.obox.shell.internal.output.JsonOutput;
import io.obox.shell.internal.output.Table;
import io.obox.shell.internal.service.Services;
import io.obox.user.Caller;
import io.obox.vm.Vm;
import io.obox.vm.VmFilter;
import io.obox.vm.VmOrder;
import io.obox.vm.VmState;
import java.io.IOException;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.felix.service.command.Function;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code obox:vms}. */
@Component(
        service = {Command.class, Function.class},
        property = {Command.SCOPE, Command.NAME + "vms"})
public final class VmsCommand implements Command {
    private static final Syntax SYNTAX = Syntax.of(
                    "vms", "lists the virtual machines, newest first, or those that a search finds")
            .then("[search…]")
            .option("state", "STATE")
            .option("tag", "TAG")
            .option("name", "PART")
            .option("sort", "KEY")
            .flag("json");

    private final Services services;

    /** On these services. */
    @Activate
    public VmsCommand(@Reference Services services) {
        this.services = services;
    }

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public void run(Invocation invocation) throws IOException {
        Caller caller = invocation.caller();
        VmFilter filter = filter(invocation.arguments());
        VmOrder order = VmOrder.parse(invocation.arguments().option("sort"));
        Stream<Vm> vms = Listing.all(page -> services.vms().list(caller, filter, order, page));
        if (invocation.json()) {
            JsonOutput.print(invocation.out(), vms);
        } else {
            table(vms).print(invocation.out());
        }
    }

    private static VmFilter filter(Arguments arguments) {
        @Nullable String state = arguments.option("state");
        return VmFilter.builder()
                .state(state == null ? null : Lookup.choice(VmState.class, state))
                .tag(arguments.option("tag"))
                .text(arguments.option("name"))
                .query(arguments.rest(0))
                .build();
    }

    static Table table(Stream<Vm> vms) {
        Table table =
                new Table("NAME", "STATE", "IMAGE", "VCPUS", "MEMORY", "DISK", "HOST", "ADDRESS", "OWNER", "AGE", "ID");
        vms.forEach(vm -> table.row(
                vm.name(),
                vm.state().name().toLowerCase(Locale.ROOT),
                vm.image().name(),
                vm.spec().vcpus(),
                vm.spec().memoryMib() + " MiB",
                vm.spec().diskGib() + " GiB",
                vm.host() == null ? null : vm.host().name(),
                String.join(",", vm.addresses()),
                vm.owner().name(),
                Age.of(vm.createdAt()),
                vm.id()));
        return table;
    }
}

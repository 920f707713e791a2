package io.obox.shell.internal.command;

import io.obox.shell.internal.output.Age;
import io.obox.shell.internal.output.JsonOutput;
import io.obox.shell.internal.output.Table;
import io.obox.shell.internal.service.Services;
import io.obox.user.Caller;
import io.obox.vm.Vm;
import java.io.IOException;
import java.util.stream.Stream;
import org.apache.felix.service.command.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code obox:bin}. */
@Component(
        service = {Command.class, Function.class},
        property = {Command.SCOPE, Command.NAME + "bin"})
public final class BinCommand implements Command {
    private static final Syntax SYNTAX = Syntax.of("bin", "lists the virtual machines in the bin, newest first")
            .flag("json");

    private final Services services;

    /** On these services. */
    @Activate
    public BinCommand(@Reference Services services) {
        this.services = services;
    }

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public void run(Invocation invocation) throws IOException {
        Caller caller = invocation.caller();
        Stream<Vm> vms = Listing.all(page -> services.vms().bin(caller, null, page));
        if (invocation.json()) {
            JsonOutput.print(invocation.out(), vms);
            return;
        }
        Table table = new Table("NAME", "DISK", "HOST", "OWNER", "DELETED", "GONE AFTER", "ID");
        vms.forEach(vm -> table.row(
                vm.name(),
                vm.spec().diskGib() + " GiB",
                vm.host() == null ? null : vm.host().name(),
                vm.owner().name(),
                vm.deletedAt() == null ? null : Age.of(vm.deletedAt()),
                vm.expiresAt(),
                vm.id()));
        table.print(invocation.out());
    }
}

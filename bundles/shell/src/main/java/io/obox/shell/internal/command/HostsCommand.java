package io.obox.shell.internal.command;

import io.obox.host.Host;
import io.obox.shell.internal.output.JsonOutput;
import io.obox.shell.internal.output.Table;
import io.obox.shell.internal.service.Services;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.apache.felix.service.command.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code obox:hosts}. */
@Component(
        service = {Command.class, Function.class},
        property = {Command.SCOPE, Command.NAME + "hosts"})
public final class HostsCommand implements Command {
    private static final Syntax SYNTAX =
            Syntax.of("hosts", "lists the hypervisor hosts").flag("json");

    private final Services services;

    /** On these services. */
    @Activate
    public HostsCommand(@Reference Services services) {
        this.services = services;
    }

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public void run(Invocation invocation) throws IOException {
        List<Host> hosts = services.hosts().list(invocation.caller());
        if (invocation.json()) {
            JsonOutput.print(invocation.out(), hosts);
            return;
        }
        Table table = new Table("NAME", "STATE", "BACKEND", "VMS", "VCPUS", "MEMORY", "DISK", "ACCELERATED", "ID");
        hosts.forEach(host -> table.row(
                host.name(),
                host.state().name().toLowerCase(Locale.ROOT),
                host.backend(),
                host.vms(),
                host.used().vcpus() + "/" + host.total().vcpus(),
                host.used().memoryMib() + "/" + host.total().memoryMib() + " MiB",
                host.used().diskGib() + "/" + host.total().diskGib() + " GiB",
                host.accelerated() ? "yes" : "no",
                host.id()));
        table.print(invocation.out());
    }
}

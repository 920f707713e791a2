package io.obox.shell.internal.command;

import io.obox.job.Job;
import io.obox.job.JobPriority;
import io.obox.shell.internal.service.Services;
import io.obox.user.Caller;
import io.obox.vm.NewVm;
import io.obox.vm.NewVms;
import java.io.IOException;
import java.util.List;
import org.apache.felix.service.command.Function;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code obox:create-vm}. */
@Component(
        service = {Command.class, Function.class},
        property = {Command.SCOPE, Command.NAME + "create-vm"})
public final class CreateVmCommand implements Command {
    private static final Syntax SYNTAX = Syntax.of(
                    "create-vm", "asks for a virtual machine, or with --count for several: web-{n} is web-1, web-2…")
            .then("<name>")
            .option("image", "ID|NAME")
            .option("vcpus", "N")
            .option("memory", "MIB")
            .option("disk", "GIB")
            .option("network", "NAME")
            .option("ssh-key", "\"KEY\"")
            .option("tags", "TAG,TAG")
            .option("host", "ID|NAME")
            .option("priority", "PRIORITY")
            .option("count", "N")
            .option("first", "N")
            .flag("autostart")
            .flag("wait")
            .flag("json");

    private static final int VCPUS = 1;
    private static final int MEMORY_MIB = 512;
    private static final int DISK_GIB = 4;

    private final Services services;

    /** On these services. */
    @Activate
    public CreateVmCommand(@Reference Services services) {
        this.services = services;
    }

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public void run(Invocation invocation) throws IOException, InterruptedException {
        Caller caller = invocation.caller();
        NewVm request = request(invocation.arguments(), new Lookup(services, caller));
        String count = invocation.arguments().option("count");
        if (count == null && invocation.arguments().option("first") != null) {
            throw SYNTAX.wrong("--first is the number of the first of several: say how many by --count.");
        }
        Job job = count == null
                ? services.vms().create(caller, request)
                : services.vms()
                        .create(
                                caller,
                                NewVms.of(request, number(count, 1))
                                        .from(number(invocation.arguments().option("first"), 1)));
        new JobReport(services, invocation).begun(job);
    }

    private static NewVm request(Arguments arguments, Lookup lookup) {
        String image = arguments.option("image");
        String host = arguments.option("host");
        String key = arguments.option("ssh-key");
        String tags = arguments.option("tags");
        String priority = arguments.option("priority");
        return NewVm.builder()
                .name(arguments.needed(0))
                .imageId(image == null ? null : lookup.image(image))
                .vcpus(number(arguments.option("vcpus"), VCPUS))
                .memoryMib(number(arguments.option("memory"), MEMORY_MIB))
                .diskGib(number(arguments.option("disk"), DISK_GIB))
                .network(arguments.option("network"))
                .sshKeys(key == null ? null : List.of(key))
                .tags(tags == null ? null : List.of(tags.split(",")))
                .autostart(arguments.has("autostart"))
                .hostId(host == null ? null : lookup.host(host))
                .priority(priority == null ? null : Lookup.choice(JobPriority.class, priority))
                .build();
    }

    private static int number(@Nullable String text, int otherwise) {
        try {
            return text == null ? otherwise : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw SYNTAX.wrong("\"" + text + "\" is not a whole number.");
        }
    }
}

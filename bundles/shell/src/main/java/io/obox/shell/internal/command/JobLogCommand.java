package io.obox.shell.internal.command;

import io.obox.job.JobLogLine;
import io.obox.shell.internal.output.JsonOutput;
import io.obox.shell.internal.service.Services;
import io.obox.user.Caller;
import java.io.IOException;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.felix.service.command.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code obox:job-log}. */
@Component(
        service = {Command.class, Function.class},
        property = {Command.SCOPE, Command.NAME + "job-log"})
public final class JobLogCommand implements Command {
    private static final Syntax SYNTAX = Syntax.of("job-log", "shows what a job's attempts wrote, oldest first")
            .then("<id>")
            .flag("json");

    private final Services services;

    /** On these services. */
    @Activate
    public JobLogCommand(@Reference Services services) {
        this.services = services;
    }

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public void run(Invocation invocation) throws IOException {
        Caller caller = invocation.caller();
        UUID id = Lookup.id(invocation.arguments().needed(0));
        Stream<JobLogLine> lines = Listing.all(page -> services.jobs().log(caller, id, page));
        if (invocation.json()) {
            JsonOutput.print(invocation.out(), lines);
        } else {
            lines.forEach(
                    line -> invocation.out().println(line.at() + "  attempt " + line.attempt() + "  " + line.text()));
        }
    }
}

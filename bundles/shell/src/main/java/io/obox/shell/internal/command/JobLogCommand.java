package io.obox.shell.internal.command;

import io.obox.job.JobLogLine;
import io.obox.shell.internal.domain.Domain;
import io.obox.shell.internal.output.Json;
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

    private final Domain domain;

    /** On these services. */
    @Activate
    public JobLogCommand(@Reference Domain domain) {
        this.domain = domain;
    }

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public void run(Invocation invocation) throws IOException {
        Caller caller = invocation.caller();
        UUID id = Lookup.id(invocation.arguments().needed(0));
        Stream<JobLogLine> lines = Listing.all(page -> domain.jobs().log(caller, id, page));
        if (invocation.json()) {
            Json.print(invocation.out(), lines);
        } else {
            lines.forEach(
                    line -> invocation.out().println(line.at() + "  attempt " + line.attempt() + "  " + line.text()));
        }
    }
}

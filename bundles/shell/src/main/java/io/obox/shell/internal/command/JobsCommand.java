package io.obox.shell.internal.command;

import io.obox.job.Job;
import io.obox.job.JobFilter;
import io.obox.job.JobState;
import io.obox.page.Page;
import io.obox.page.PageRequest;
import io.obox.shell.internal.output.JsonOutput;
import io.obox.shell.internal.service.Services;
import io.obox.user.Caller;
import java.io.IOException;
import org.apache.felix.service.command.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code obox:jobs}. */
@Component(
        service = {Command.class, Function.class},
        property = {Command.SCOPE, Command.NAME + "jobs"})
public final class JobsCommand implements Command {
    private static final Syntax SYNTAX = Syntax.of("jobs", "lists the newest jobs, with --all or --json all of them")
            .option("state", "STATE")
            .option("kind", "KIND")
            .option("subject", "ID")
            .flag("all")
            .flag("json");

    private final Services services;

    /** On these services. */
    @Activate
    public JobsCommand(@Reference Services services) {
        this.services = services;
    }

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public void run(Invocation invocation) throws IOException {
        Caller caller = invocation.caller();
        JobFilter filter = filter(invocation.arguments());
        if (invocation.json()) {
            JsonOutput.print(
                    invocation.out(), Listing.all(page -> services.jobs().list(caller, filter, page)));
        } else if (invocation.arguments().has("all")) {
            JobReport.table(Listing.all(page -> services.jobs().list(caller, filter, page)))
                    .print(invocation.out());
        } else {
            Page<Job> newest = services.jobs().list(caller, filter, PageRequest.first());
            JobReport.table(newest.items().stream()).print(invocation.out());
            if (newest.nextCursor() != null) {
                invocation.out().println("There are more: obox:jobs --all shows them.");
            }
        }
    }

    private static JobFilter filter(Arguments arguments) {
        String state = arguments.option("state");
        String subject = arguments.option("subject");
        return JobFilter.builder()
                .state(state == null ? null : Lookup.choice(JobState.class, state))
                .kind(arguments.option("kind"))
                .subjectId(subject == null ? null : Lookup.id(subject))
                .build();
    }
}

package io.obox.shell.internal.command;

import io.obox.job.Job;
import io.obox.shell.internal.service.Services;
import java.io.IOException;
import org.apache.felix.service.command.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code obox:job}. */
@Component(
        service = {Command.class, Function.class},
        property = {Command.SCOPE, Command.NAME + "job"})
public final class JobCommand implements Command {
    private static final Syntax SYNTAX = Syntax.of("job", "shows a job; with --wait when it has finished")
            .then("<id>")
            .flag("wait")
            .flag("json");

    private final Services services;

    /** On these services. */
    @Activate
    public JobCommand(@Reference Services services) {
        this.services = services;
    }

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public void run(Invocation invocation) throws IOException, InterruptedException {
        Job job = services.jobs()
                .get(invocation.caller(), Lookup.id(invocation.arguments().needed(0)));
        new JobReport(services, invocation).begun(job);
        if (job.problem() != null && !invocation.json()) {
            invocation.out().println(CommandFailure.of(job.problem()).getMessage());
        }
    }
}

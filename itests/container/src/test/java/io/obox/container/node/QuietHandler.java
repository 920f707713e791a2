package io.obox.container.node;

import io.obox.job.JobContext;
import io.obox.job.JobHandler;
import io.obox.job.JobRequest;
import io.obox.job.Subject;
import java.util.UUID;

/** A handler of another bundle that has nothing to do. */
public final class QuietHandler implements JobHandler<QuietHandler.Args> {
    static final String NAME = "test.quiet";

    /** What it gets. */
    public record Args(String text) {}

    static JobRequest request(UUID owner) {
        return JobRequest.of(NAME, new Subject("test", UUID.randomUUID(), "nothing"), new Args("nothing"), owner);
    }

    @Override
    public String kind() {
        return NAME;
    }

    @Override
    public Class<Args> argsType() {
        return Args.class;
    }

    @Override
    public void handle(Args args, JobContext context) {
        context.log(args.text());
    }
}

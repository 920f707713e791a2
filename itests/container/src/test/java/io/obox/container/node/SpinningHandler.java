package io.obox.container.node;

import io.obox.job.JobContext;
import io.obox.job.JobHandler;
import io.obox.job.JobRequest;
import io.obox.job.Subject;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** A handler of another bundle that keeps a processor busy until it is let go. */
public final class SpinningHandler implements JobHandler<QuietHandler.Args>, AutoCloseable {
    static final String NAME = "test.spin";

    private final AtomicInteger spinning = new AtomicInteger();
    private volatile boolean ended;

    static JobRequest request(UUID owner) {
        return JobRequest.of(
                NAME, new Subject("test", UUID.randomUUID(), "spins"), new QuietHandler.Args("spins"), owner);
    }

    /** How many processors it keeps busy. */
    int spinning() {
        return spinning.get();
    }

    @Override
    public String kind() {
        return NAME;
    }

    @Override
    public Class<QuietHandler.Args> argsType() {
        return QuietHandler.Args.class;
    }

    @Override
    public void handle(QuietHandler.Args args, JobContext context) {
        spinning.incrementAndGet();
        while (!ended) {
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() {
        ended = true;
    }
}

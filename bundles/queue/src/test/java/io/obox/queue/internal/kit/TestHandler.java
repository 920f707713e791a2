package io.obox.queue.internal.kit;

import io.obox.job.JobContext;
import io.obox.job.JobHandler;
import io.obox.job.RetryPolicy;
import java.time.Duration;

/** A handler that does what a test says, and wants not to be told of ends. */
public class TestHandler implements JobHandler<TestHandler.Args> {
    /** Arguments of test jobs. */
    public record Args(String text) {}

    /** What a handler does. */
    @FunctionalInterface
    public interface Work {
        void run(Args args, JobContext context) throws Exception;
    }

    private final String kind;
    private final Work work;
    private volatile RetryPolicy policy = new RetryPolicy(3, Duration.ofMillis(50), Duration.ofMillis(300));

    public TestHandler(String kind, Work work) {
        this.kind = kind;
        this.work = work;
    }

    public TestHandler with(RetryPolicy other) {
        policy = other;
        return this;
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public Class<Args> argsType() {
        return Args.class;
    }

    @Override
    public RetryPolicy retryPolicy() {
        return policy;
    }

    @Override
    public void handle(Args args, JobContext context) throws Exception {
        work.run(args, context);
    }
}

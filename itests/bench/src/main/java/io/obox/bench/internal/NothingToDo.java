package io.obox.bench.internal;

import io.obox.job.JobContext;
import io.obox.job.JobHandler;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Does nothing, and counts how often. */
final class NothingToDo implements JobHandler<NothingToDo.Args> {
    static final String KIND = "bench.nothing";

    /** A number, so that there is something to carry. */
    record Args(int number) {}

    private final AtomicInteger runs = new AtomicInteger();
    private final CountDownLatch left;

    NothingToDo(int expected) {
        left = new CountDownLatch(expected);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Class<Args> argsType() {
        return Args.class;
    }

    @Override
    public void handle(Args args, JobContext context) {
        runs.incrementAndGet();
        left.countDown();
    }

    void awaitAll() throws InterruptedException {
        left.await();
    }

    int runs() {
        return runs.get();
    }
}

package io.obox.vm.internal.kit;

import io.obox.job.JobContext;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** An attempt that remembers what was said of it. */
public final class FakeContext implements JobContext {
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final UUID jobId;
    private final int attempt;
    private volatile boolean stopped;

    public FakeContext() {
        this(new UUID(0, 1));
    }

    public FakeContext(UUID jobId) {
        this(jobId, 1);
    }

    public FakeContext(UUID jobId, int attempt) {
        this.jobId = jobId;
        this.attempt = attempt;
    }

    /** Tells the attempt to stop at its next checkpoint. */
    public void stop() {
        stopped = true;
    }

    public List<String> lines() {
        return lines;
    }

    @Override
    public UUID jobId() {
        return jobId;
    }

    @Override
    public UUID ownerId() {
        return new UUID(0, 2);
    }

    @Override
    public int attempt() {
        return attempt;
    }

    @Override
    public int maxAttempts() {
        return 3;
    }

    @Override
    public void progress(int percent, String step) {}

    @Override
    public void log(String line) {
        lines.add(line);
    }

    @Override
    public void checkpoint() throws InterruptedException {
        if (stopped) {
            throw new InterruptedException();
        }
    }
}

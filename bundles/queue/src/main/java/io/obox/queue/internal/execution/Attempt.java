package io.obox.queue.internal.execution;

import io.obox.job.JobContext;
import io.obox.message.Message;
import io.obox.queue.internal.handler.Binding;
import io.obox.queue.internal.ledger.Finishes.ClaimedJob;
import io.obox.queue.internal.ledger.JobRow;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One attempt of one job, from its claim to its end. */
final class Attempt implements JobContext {
    private final JobRow row;
    private final ClaimedJob claim;
    private final Journal journal;
    private final long takenAt;
    private final Telling telling = new Telling();
    private final CountDownLatch over = new CountDownLatch(1);

    private volatile long renewedAt;
    private volatile long leaseNanos;
    private volatile @Nullable Binding binding;
    private volatile @Nullable Stop stop;
    private volatile long begunAt;
    private @Nullable Thread thread;
    private @Nullable Runnable whenStoppedWaiting;
    private boolean handedOver;

    /**
     * @param askedAt when the claim was sent, in nanoseconds: the lease runs at least from then
     * @param lease for how long
     */
    Attempt(JobRow row, long askedAt, Duration lease) {
        this.row = row;
        this.claim = ClaimedJob.of(row);
        this.journal = new Journal(claim, row.job().attempt());
        this.takenAt = askedAt;
        renewed(askedAt, lease);
    }

    JobRow row() {
        return row;
    }

    ClaimedJob claim() {
        return claim;
    }

    Journal journal() {
        return journal;
    }

    Telling telling() {
        return telling;
    }

    void renewed(long askedAt, Duration lease) {
        renewedAt = askedAt;
        leaseNanos = lease.toNanos();
    }

    long renewedAt() {
        return renewedAt;
    }

    /** Whether the lease may have run out, as far as this process can know. */
    boolean leaseDoubtful() {
        return System.nanoTime() - renewedAt > leaseNanos;
    }

    /** Whether it has waited for a slot for so long. */
    boolean parkedFor(Duration time) {
        return binding == null && System.nanoTime() - takenAt > time.toNanos();
    }

    void bind(Binding handler) {
        binding = handler;
        begunAt = System.nanoTime();
    }

    @Nullable
    Binding binding() {
        return binding;
    }

    /** Whether its handler has been at it for longer than it may, and for so long beyond that. */
    boolean overdueFor(Duration more) {
        Binding handler = binding;
        return handler != null
                && System.nanoTime() - begunAt
                        > handler.retryPolicy().deadline().plus(more).toNanos();
    }

    /** It waits for a thread; told to stop meanwhile, it runs this instead. */
    synchronized void await(Runnable stopped) {
        whenStoppedWaiting = stopped;
    }

    /** Its turn has come; false if it was told to stop while it waited. */
    synchronized boolean begin() {
        boolean waited = whenStoppedWaiting != null;
        whenStoppedWaiting = null;
        return waited;
    }

    /** Takes the end of the attempt into one's hands: its own thread, or whoever gives it up. Only the first may. */
    synchronized boolean handOver() {
        boolean first = !handedOver;
        handedOver = true;
        return first;
    }

    /** From now until {@link #leave} the thread is interrupted where the attempt is to stop. */
    synchronized void enter(Thread current) {
        thread = current;
        if (stop != null) {
            current.interrupt();
        }
    }

    synchronized void leave() {
        thread = null;
        Thread.interrupted();
    }

    /** Tells it to stop; the first reason stands, except that a lost attempt is lost whatever was asked before. */
    void stop(Stop why) {
        Runnable stopped = note(why);
        if (stopped != null) {
            stopped.run();
        }
    }

    private synchronized @Nullable Runnable note(Stop why) {
        if (stop != null && why != Stop.LOST) {
            return null;
        }
        stop = why;
        if (thread != null) {
            thread.interrupt();
        }
        Runnable stopped = whenStoppedWaiting;
        whenStoppedWaiting = null;
        return stopped;
    }

    @Nullable
    Stop stopReason() {
        return stop;
    }

    /** Nothing more will be written for it. */
    void end() {
        over.countDown();
    }

    boolean ended() {
        return over.getCount() == 0;
    }

    /** Waits for the end; false if it did not come in time. */
    boolean awaitEnd(long deadlineNanos) throws InterruptedException {
        return over.await(deadlineNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    @Override
    public UUID jobId() {
        return row.job().id();
    }

    @Override
    public UUID ownerId() {
        return row.job().owner().id();
    }

    @Override
    public int attempt() {
        return row.job().attempt();
    }

    @Override
    public int maxAttempts() {
        return row.job().maxAttempts();
    }

    @Override
    public void progress(int percent, String step) {
        progress(percent, Message.plain(step));
    }

    @Override
    public void progress(int percent, Message step) {
        journal.progress(percent, step);
    }

    @Override
    public void log(String line) {
        log(Message.plain(line));
    }

    @Override
    public void log(Message line) {
        journal.log(line);
    }

    @Override
    public void checkpoint() throws InterruptedException {
        Stop why = stop;
        if (why != null) {
            throw new InterruptedException("This attempt is to stop: " + why);
        }
        if (leaseDoubtful()) {
            throw new InterruptedException("The lease of this attempt may have run out");
        }
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    @Override
    public String toString() {
        return row.job().kind() + " " + row.job().id() + " attempt " + attempt();
    }
}

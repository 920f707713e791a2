package io.obox.queue.internal.execution;

import io.obox.persistence.Transactions;
import io.obox.queue.internal.change.Changes;
import io.obox.queue.internal.dispatch.Dispatch;
import io.obox.queue.internal.dispatch.Notices;
import io.obox.queue.internal.handler.Binding;
import io.obox.queue.internal.handler.Endings;
import io.obox.queue.internal.handler.Handlers;
import io.obox.queue.internal.ledger.Capability;
import io.obox.queue.internal.ledger.Claims;
import io.obox.queue.internal.ledger.Leases;
import io.obox.queue.internal.ledger.Worker;
import io.obox.queue.internal.place.Reach;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.osgi.framework.Bundle;

/** The execution of jobs on this node, from its start to its end. */
public final class Execution implements Notices.Listener, Handlers.Listener {
    private final Attempts attempts = new Attempts();
    private final Slots slots = new Slots();
    private final Signal signal = new Signal();
    private final Handlers handlers;
    private final Reach reach;
    private final Runnable reachChanged = signal::raise;
    private final Dispatch dispatch;
    private final Settler settler;
    private final Heartbeat heartbeat;
    private final Intake intake;
    private final Runner runner;

    /** Nothing happens before {@link #start}. */
    public Execution(
            Supplier<Worker> worker,
            Supplier<Tuning> tuning,
            Transactions transactions,
            Handlers handlers,
            Reach reach,
            Dispatch dispatch,
            Endings endings,
            Changes changes) {
        this.handlers = handlers;
        this.reach = reach;
        this.dispatch = dispatch;
        Settlement settlement = new Settlement(worker, transactions, endings, changes);
        settler = new Settler(settlement, attempts);
        runner = new Runner(handlers, reach, slots, attempts, settler, signal);
        heartbeat = new Heartbeat(worker, tuning, new Leases(transactions), attempts, changes, runner);
        intake = new Intake(
                worker, tuning, this::able, dispatch, new Claims(transactions), changes, slots, signal, runner::begin);
        resize(tuning.get().workers());
    }

    /** Begins to take jobs. */
    public void start() {
        handlers.add(this);
        reach.add(reachChanged);
        dispatch.notices().add(this);
        settler.start();
        intake.start();
    }

    /** Changes how many handlers run at once. */
    public void resize(int workers) {
        runner.resize(workers);
    }

    /** Writes what attempts have reported; to be called a few times a second. */
    public void report() {
        heartbeat.report();
    }

    /** Keeps leases, and stops what is to stop; to be called once a second. */
    public void beat() {
        heartbeat.giveUp();
        heartbeat.watch();
        heartbeat.renew();
    }

    /** What it can do at the moment: nothing any more once it is drained. */
    public Capability able() {
        return intake.closed() ? Capability.NONE : new Capability(handlers.kinds(), reach.places());
    }

    /** How long ago it last looked for work. */
    public Duration silence() {
        return intake.silence();
    }

    /** How many handlers go on that were given up. */
    public int stuck() {
        return runner.stuck();
    }

    /** How many jobs it holds. */
    public int running() {
        return attempts.all().size();
    }

    @Override
    public void workOffered() {
        signal.raise();
    }

    @Override
    public void cancelRequested(UUID jobId) {
        Attempt attempt = attempts.find(jobId);
        if (attempt != null) {
            attempt.stop(Stop.CANCELLED);
        }
    }

    @Override
    public void handlerCame() {
        signal.raise();
    }

    @Override
    public void handlerGoes(Binding binding) {
        stop(attempts.matching(attempt -> binding.equals(attempt.binding())), grace(binding));
        runner.renew();
    }

    private static Duration grace(Binding binding) {
        return binding.known() ? binding.retryPolicy().grace() : Duration.ZERO;
    }

    /**
     * Waits until the attempts that run handlers of a bundle now are over.
     *
     * @return false if some were not in time
     */
    public boolean awaitHandlersOf(Bundle bundle, Duration longest) throws InterruptedException {
        Predicate<Attempt> itsOwn = attempt -> {
            Binding binding = attempt.binding();
            return binding != null && bundle.equals(binding.bundle());
        };
        return Attempts.awaitEnd(attempts.matching(itsOwn), longest);
    }

    /**
     * Takes no more jobs, and waits until those that it has are over.
     *
     * @return false if some were not in time; they have been given back
     * @throws InterruptedException if it was interrupted while it waited; those that were not over have been given back
     */
    public boolean drain(Duration grace) throws InterruptedException {
        boolean inTime = finish(grace);
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        return inTime;
    }

    private boolean finish(Duration grace) {
        intake.close();
        List<Attempt> left = List.copyOf(attempts.all());
        boolean inTime = overWithin(grace, left);
        stop(left, Duration.ZERO);
        return inTime;
    }

    /**
     * Ends everything: attempts have the grace that their handlers ask for.
     *
     * @param longest grace at most
     */
    public void close(Duration longest) {
        handlers.remove(this);
        reach.remove(reachChanged);
        dispatch.notices().remove(this);
        Duration asked = attempts.all().stream()
                .map(Attempt::binding)
                .filter(Objects::nonNull)
                .map(Execution::grace)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
        finish(asked.compareTo(longest) < 0 ? asked : longest);
        try {
            settler.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            runner.close();
        }
    }

    /**
     * Lets attempts go on for the grace, then interrupts them, and at last gives back those that do not stop. Whoever is
     * interrupted meanwhile waits no longer, and gives them back at once.
     */
    private void stop(Collection<Attempt> those, Duration grace) {
        if (overWithin(grace, those)) {
            return;
        }
        those.forEach(attempt -> {
            attempt.stop(Stop.RELEASED);
            attempt.telling().interrupt();
        });
        if (!overWithin(Heartbeat.LAST, those)) {
            those.stream().filter(attempt -> !attempt.ended()).forEach(runner::abandon);
            those.forEach(runner::giveUpTelling);
            overWithin(Heartbeat.LAST, those);
        }
    }

    /** Waits for attempts to end, but not on a thread that is interrupted, which stays so. */
    private static boolean overWithin(Duration longest, Collection<Attempt> those) {
        try {
            return Attempts.awaitEnd(those, longest);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return those.stream().allMatch(Attempt::ended);
        }
    }
}

package io.obox.queue.internal.execution;

import io.obox.job.JobFailure;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.queue.internal.handler.Binding;
import io.obox.queue.internal.handler.Handlers;
import io.obox.queue.internal.message.JobMessage;
import io.obox.queue.internal.message.JobProblem;
import io.obox.queue.internal.place.Reach;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the handlers of attempts, not more at once than there are threads for it. */
final class Runner {
    private static final Logger LOG = LoggerFactory.getLogger(Runner.class);
    /** How many handlers that do not stop are replaced by other threads; those beyond cost the worker a job at once each. */
    private static final int MOST_STUCK = 16;

    private final HandlerThreads threads = new HandlerThreads();
    private final AtomicInteger stuck = new AtomicInteger();
    private final Handlers handlers;
    private final Reach reach;
    private final Slots slots;
    private final Attempts attempts;
    private final Settler settler;
    private final Signal roomSignal;

    Runner(Handlers handlers, Reach reach, Slots slots, Attempts attempts, Settler settler, Signal roomSignal) {
        this.handlers = handlers;
        this.reach = reach;
        this.slots = slots;
        this.attempts = attempts;
        this.settler = settler;
        this.roomSignal = roomSignal;
    }

    void resize(int workers) {
        slots.resize(workers);
        threads.resize(workers);
        roomSignal.raise();
    }

    /** Lets go of the threads that have run handlers so far. */
    void renew() {
        threads.renew();
    }

    void close() {
        threads.close();
    }

    void begin(Attempt attempt) {
        attempts.add(attempt);
        slots.took();
        if (attempt.stopReason() != null) {
            stoppedWaiting(attempt);
            return;
        }
        attempt.await(() -> stoppedWaiting(attempt));
        threads.execute(() -> run(attempt));
    }

    private void stoppedWaiting(Attempt attempt) {
        letGo();
        settler.settleAside(attempt, new Outcome.Stopped());
    }

    private void letGo() {
        slots.letGo();
        roomSignal.raise();
    }

    private void run(Attempt attempt) {
        if (!attempt.begin()) {
            return;
        }
        attempt.enter(Thread.currentThread());
        Outcome outcome = perform(attempt);
        attempt.leave();
        if (attempt.handOver()) {
            letGo();
            settler.settle(attempt, outcome);
            if (attempt.telling().givenUp()) {
                unstick();
            }
        } else {
            Settlement.noteLost(attempt);
            unstick();
        }
    }

    private void unstick() {
        if (stuck.getAndDecrement() > MOST_STUCK) {
            letGo();
        }
    }

    /** Gives an attempt up whose handler does not stop: its job goes on without it, and its thread is replaced. */
    void abandon(Attempt attempt) {
        if (!attempt.handOver()) {
            return;
        }
        LOG.warn("{} does not stop; what its handler still does counts no more", attempt);
        if (stuck.incrementAndGet() <= MOST_STUCK) {
            letGo();
            threads.renew();
        }
        Outcome outcome = attempt.stopReason() == Stop.OVERDUE ? overdue(attempt) : new Outcome.Stopped();
        settler.settleAside(attempt, outcome);
    }

    /**
     * Gives an attempt up whose domain does not return from being told of its end. The end was not written and the lease runs
     * out, unless the domain returns before.
     */
    void giveUpTelling(Attempt attempt) {
        if (!attempt.telling().giveUp()) {
            return;
        }
        LOG.warn("The domain of {} does not return from being told of its end, which is not written", attempt);
        if (stuck.incrementAndGet() <= MOST_STUCK) {
            threads.renew();
        } else {
            slots.took();
        }
        attempt.stop(Stop.LOST);
        attempts.remove(attempt);
    }

    /** How many handlers go on that were given up. */
    int stuck() {
        return stuck.get();
    }

    private Outcome perform(Attempt attempt) {
        try {
            Optional<Binding> handler = handlers.find(attempt.row().job().kind());
            if (handler.isEmpty()
                    || !bound(attempt, handler.get())
                    || !reach.meets(attempt.row().needs())) {
                attempt.stop(Stop.RELEASED);
                return new Outcome.Stopped();
            }
            attempt.checkpoint();
            handler.get().handle(attempt.row().args(), attempt);
            return new Outcome.Done();
        } catch (Throwable e) {
            return outcome(attempt, e);
        } finally {
            slots.finished();
        }
    }

    /** First the attempt says whom it uses, then it looks whether that one is going: so one of both sides sees the other. */
    private boolean bound(Attempt attempt, Binding handler) {
        attempt.bind(handler);
        return handlers.holds(handler);
    }

    private static Outcome outcome(Attempt attempt, Throwable fault) {
        if (attempt.stopReason() == Stop.OVERDUE) {
            return overdue(attempt);
        }
        if (attempt.stopReason() != null) {
            return new Outcome.Stopped();
        }
        return switch (fault) {
            case JobFailure failure -> Settlement.failed(attempt, failure.problem(), failure.retryable());
            case ProblemException known -> Settlement.failed(attempt, known.problem(), true);
            default -> Settlement.failed(attempt, bug(attempt, fault), true);
        };
    }

    private static Outcome overdue(Attempt attempt) {
        Binding handler = attempt.binding();
        Duration allowed =
                handler == null ? Duration.ZERO : handler.retryPolicy().deadline();
        Problem problem = JobProblem.DEADLINE_EXCEEDED
                .of(JobMessage.OVERDUE.with(allowed.toMillis() / 1000.0))
                .withRemedy(JobMessage.LOOK_AT_LOG.with());
        return Settlement.failed(attempt, problem, true);
    }

    private static Problem bug(Attempt attempt, Throwable fault) {
        return Incidents.log("The handler of " + attempt + " failed unexpectedly", fault);
    }
}

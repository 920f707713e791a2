package io.obox.queue.internal.execution;

import io.obox.job.JobFailure;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.queue.internal.handler.Binding;
import io.obox.queue.internal.handler.Handlers;
import io.obox.queue.internal.place.Reach;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;

/** Runs the handlers of attempts, each on a virtual thread of its own, not more at once than there are slots. */
final class Runner {
    private final ThreadFactory threads =
            Thread.ofVirtual().name("obox-job-", 0).factory();
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

    void begin(Attempt attempt) {
        attempts.add(attempt);
        slots.took();
        threads.newThread(() -> run(attempt)).start();
    }

    private void run(Attempt attempt) {
        attempt.enter(Thread.currentThread());
        Outcome outcome = perform(attempt);
        attempt.leave();
        slots.letGo();
        roomSignal.raise();
        settler.settle(attempt, outcome);
    }

    private Outcome perform(Attempt attempt) {
        try {
            slots.enter();
        } catch (InterruptedException e) {
            return new Outcome.Stopped();
        }
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
            slots.leave();
        }
    }

    /** First the attempt says whom it uses, then it looks whether that one is going: so one of both sides sees the other. */
    private boolean bound(Attempt attempt, Binding handler) {
        attempt.bind(handler);
        return handlers.holds(handler);
    }

    private static Outcome outcome(Attempt attempt, Throwable fault) {
        if (attempt.stopReason() != null) {
            return new Outcome.Stopped();
        }
        return switch (fault) {
            case JobFailure failure -> Settlement.failed(attempt, failure.problem(), failure.retryable());
            case ProblemException known -> Settlement.failed(attempt, known.problem(), true);
            default -> Settlement.failed(attempt, bug(attempt, fault), true);
        };
    }

    private static Problem bug(Attempt attempt, Throwable fault) {
        return Incidents.log("The handler of " + attempt + " failed unexpectedly", fault);
    }
}

package io.obox.queue.internal;

import io.obox.lifecycle.Drain;
import io.obox.persistence.Transactions;
import io.obox.problem.ProblemException;
import io.obox.queue.internal.change.Changes;
import io.obox.queue.internal.dispatch.Dispatch;
import io.obox.queue.internal.execution.Execution;
import io.obox.queue.internal.execution.Tuning;
import io.obox.queue.internal.handler.Binding;
import io.obox.queue.internal.handler.Endings;
import io.obox.queue.internal.handler.Handlers;
import io.obox.queue.internal.ledger.Recovery;
import io.obox.queue.internal.ledger.Worker;
import io.obox.queue.internal.place.Reach;
import io.obox.queue.internal.sweep.Lives;
import io.obox.queue.internal.sweep.Sweeper;
import io.obox.queue.internal.sweep.Teller;
import io.obox.queue.internal.sweep.Trust;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One life of this node's worker: runs jobs, and sweeps the ledger. With no workers it does neither. */
@Component(
        service = {JobWorker.class, Drain.class},
        immediate = true,
        configurationPid = {"io.obox.queue", "$"})
public final class JobWorker implements Drain {
    private static final Logger LOG = LoggerFactory.getLogger(JobWorker.class);
    private static final Duration REPORT = Duration.ofMillis(250);
    private static final Duration OFFER = Duration.ofSeconds(5);
    private static final Duration FORGET = Duration.ofHours(1);
    private static final Duration LONGEST_GRACE = Duration.ofSeconds(20);
    private static final int SILENT_TICKS = 3;

    // platform threads: handlers may hold all carriers of virtual ones in native calls
    private final ScheduledExecutorService clock = new ScheduledThreadPoolExecutor(
            3,
            Thread.ofPlatform()
                    .inheritInheritableThreadLocals(false)
                    .daemon()
                    .name("obox-queue-clock-", 0)
                    .factory(),
            new ThreadPoolExecutor.DiscardPolicy());
    private final Announcing announcing = new Announcing();
    private final UUID id = UUID.randomUUID();
    private final Trust trust = new Trust();
    private final Bundle self;
    private final Handlers handlers;
    private final Reach reach;
    private final Recovery recovery;
    private final Execution execution;
    private final Sweeper sweeper;
    private final Teller teller;
    private final Lives lives;
    private volatile Tuning tuning;
    private volatile long oldestWaitingMillis;

    /** Within the bundle. */
    @Activate
    public JobWorker(
            BundleContext context,
            QueueSettings settings,
            @Reference Transactions transactions,
            @Reference Handlers handlers,
            @Reference Reach reach,
            @Reference Dispatch dispatch,
            @Reference Changes changes) {
        this(context.getBundle(), tuning(settings), transactions, handlers, reach, dispatch, changes);
    }

    /** Without Declarative Services. */
    public JobWorker(
            Bundle self,
            Tuning tuning,
            Transactions transactions,
            Handlers handlers,
            Reach reach,
            Dispatch dispatch,
            Changes changes) {
        this.self = self;
        this.tuning = tuning;
        this.handlers = handlers;
        this.reach = reach;
        recovery = new Recovery(transactions);
        Endings endings = new Endings(handlers, recovery);
        execution = new Execution(
                this::worker, () -> this.tuning, transactions, handlers, reach, dispatch, endings, changes);
        sweeper = new Sweeper(transactions, recovery, execution::able, dispatch, changes);
        teller = new Teller(transactions, recovery, endings, changes);
        lives = new Lives(this::worker, execution::able, recovery);
        handlers.add(announcing);
        reach.add(announcing);
        execution.start();
        every(REPORT, execution::report);
        everyTick(execution::beat);
        everyTick(this::sweep);
        every(OFFER, sweeper::offerAgain);
        every(FORGET, recovery::forgetOldWorkers);
    }

    /** Takes over other settings. */
    @Modified
    void modified(QueueSettings settings) {
        retune(tuning(settings));
    }

    /** Takes over another tuning. */
    public void retune(Tuning next) {
        tuning = next;
        execution.resize(next.workers());
    }

    /** Ends this life; takes no longer than the grace that its handlers ask for, and that within bounds. */
    @Deactivate
    public void deactivate() {
        handlers.remove(announcing);
        reach.remove(announcing);
        execution.close(LONGEST_GRACE);
        clock.shutdownNow();
        teller.close();
        try {
            if (!clock.awaitTermination(2, TimeUnit.SECONDS)) {
                LOG.debug("The ledger is still being looked after");
            }
            lives.end();
        } catch (RuntimeException e) {
            LOG.debug("The end of this worker could not be noted", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean drain(Bundle bundle, Duration grace) throws InterruptedException {
        return bundle.equals(self) ? execution.drain(grace) : execution.awaitHandlersOf(bundle, grace);
    }

    /** How many jobs it holds. */
    int running() {
        return execution.running();
    }

    /** How many handlers go on that were given up because they did not stop. */
    public int stuck() {
        return execution.stuck();
    }

    /** How many jobs it may run at once. */
    public int workers() {
        return tuning.workers();
    }

    /** How long ago it last looked for work. */
    public Duration silence() {
        return execution.silence();
    }

    /** For how long the job has waited that has waited longest, as of the last sweep. */
    public Duration oldestWaiting() {
        return Duration.ofMillis(oldestWaitingMillis);
    }

    /** Has others know at once what this worker can do, and what no more. */
    private final class Announcing implements Runnable, Handlers.Listener {
        @Override
        public void run() {
            clock.execute(() -> guarded(lives::beat));
        }

        @Override
        public void handlerCame() {
            run();
        }

        @Override
        public void handlerGoes(Binding binding) {
            run();
        }
    }

    private Worker worker() {
        return new Worker(id, tuning.node());
    }

    private void sweep() {
        lives.beat();
        sweeper.makeDue();
        sweeper.followParts();
        lives.takeBack(tuning.tick().multipliedBy(SILENT_TICKS));
        boolean expired = trust.earned(tuning.lease().dividedBy(3));
        sweeper.reclaim(expired);
        teller.tell(expired);
        OptionalLong age = recovery.oldestWaiting(execution.able());
        oldestWaitingMillis = age.orElse(0);
    }

    private void every(Duration period, Runnable task) {
        clock.scheduleWithFixedDelay(() -> guarded(task), 0, period.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The period may change while it runs. */
    private void everyTick(Runnable task) {
        clock.execute(() -> {
            guarded(task);
            if (!clock.isShutdown()) {
                clock.schedule(() -> everyTick(task), tuning.tick().toMillis(), TimeUnit.MILLISECONDS);
            }
        });
    }

    /** A worker that runs nothing leaves the ledger to others; what fails once is done again soon. */
    private void guarded(Runnable task) {
        try {
            if (tuning.workers() > 0 || execution.running() > 0) {
                task.run();
            }
        } catch (ProblemException e) {
            if (e.problem().status() == 503) {
                trust.outage();
            }
            LOG.debug("The ledger can't be reached at the moment", e);
        } catch (RuntimeException | Error e) {
            if (!clock.isShutdown()) {
                LOG.error("The ledger could not be looked after", e);
            }
        }
    }

    private static Tuning tuning(QueueSettings settings) {
        return new Tuning(
                settings.node().isBlank() ? Machine.name() : settings.node(),
                settings.workers(),
                Duration.ofSeconds(settings.leaseSeconds()),
                Duration.ofMillis(settings.sweepMillis()));
    }
}

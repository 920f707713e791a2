package io.obox.queue.internal.kit;

import io.obox.event.Change;
import io.obox.job.JobHandler;
import io.obox.job.Places;
import io.obox.persistence.Transactions;
import io.obox.queue.internal.JobWorker;
import io.obox.queue.internal.LedgerJobs;
import io.obox.queue.internal.Owners;
import io.obox.queue.internal.change.Changes;
import io.obox.queue.internal.dispatch.Dispatch;
import io.obox.queue.internal.execution.Tuning;
import io.obox.queue.internal.handler.Handlers;
import io.obox.queue.internal.place.BundlePlaces;
import io.obox.queue.internal.place.Reach;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.service.component.ComponentServiceObjects;
import org.redisson.api.RedissonClient;

/** The queue bundle of one node, wired as Declarative Services would. */
public final class Node implements AutoCloseable {
    /** Longer than a machine ever stands still: no attempt is lost but those that a test takes away. */
    public static final Duration LEASE = Duration.ofMinutes(1);

    /** Short enough for a test to see leases run out. */
    public static final Duration SHORT_LEASE = Duration.ofSeconds(6);

    public final Bundle bundle = Whiteboard.bundle("io.obox.queue");
    public final Handlers handlers = new Handlers();
    public final Reach reach = new Reach();
    public final Places places = new BundlePlaces(reach);
    public final Dispatch dispatch = new Dispatch(Redis.PATIENCE);
    public final List<Change<?>> events = new CopyOnWriteArrayList<>();
    public final SwitchedTransactions transactions;
    public final Changes changes;
    public final LedgerJobs jobs;
    public final JobWorker worker;

    public Node(Tuning tuning, Transactions transactions, @Nullable RedissonClient redis) {
        this.transactions = new SwitchedTransactions(transactions);
        if (redis != null) {
            dispatch.setRedis(redis);
        }
        changes = new Changes(this.transactions, dispatch);
        changes.setEvents(events::add);
        jobs = new LedgerJobs(this.transactions, handlers, dispatch, changes, new Owners());
        worker = new JobWorker(bundle, tuning, this.transactions, handlers, reach, dispatch, changes);
    }

    public static Tuning tuning(String name, int workers) {
        return tuning(name, workers, LEASE);
    }

    static Tuning tuning(String name, int workers, Duration lease) {
        return new Tuning(name, workers, lease, Duration.ofMillis(200));
    }

    /** Brings a handler of a bundle of its own; the result takes it away again. */
    public Runnable handle(JobHandler<?> handler) {
        return handle(handler, Whiteboard.bundle("domain"), 0);
    }

    public Runnable handle(JobHandler<?> handler, Bundle from, int ranking) {
        ComponentServiceObjects<JobHandler<?>> service = Whiteboard.service(handler, from, ranking);
        handlers.bind(service);
        return () -> handlers.unbind(service);
    }

    @Override
    public void close() {
        worker.deactivate();
        changes.deactivate();
        dispatch.deactivate();
    }
}

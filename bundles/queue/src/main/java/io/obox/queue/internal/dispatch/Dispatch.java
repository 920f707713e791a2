package io.obox.queue.internal.dispatch;

import io.obox.queue.internal.ledger.Capability;
import io.obox.queue.internal.ledger.Offer;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.redisson.api.RedissonClient;

/**
 * Offers jobs to all workers through Redis, and takes them from there. Nobody waits for Redis to submit, and while it is away
 * the workers of this node are sent to the ledger instead.
 */
@Component(service = Dispatch.class)
public final class Dispatch {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Notices notices = new Notices();
    private final RedisLink link;
    private final Offers offers;

    /** Begins to look for Redis. */
    @Activate
    public Dispatch() {
        this(PATIENCE);
    }

    /** With another patience for Redis. */
    public Dispatch(Duration patience) {
        link = new RedisLink(notices, patience);
        offers = new Offers(link, notices);
        offers.start();
    }

    /** Called by Declarative Services. */
    @Deactivate
    public void deactivate() {
        offers.close();
        link.close();
    }

    /** Redis may come, go and change at any time. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void setRedis(RedissonClient client) {
        link.use(client);
    }

    /** The opposite. */
    public void unsetRedis(RedissonClient client) {
        link.release(client);
    }

    /** Where workers of this node are told. */
    public Notices notices() {
        return notices;
    }

    /** Makes jobs known that are AVAILABLE in the ledger. Returns at once. */
    public void offer(Collection<Offer> jobs) {
        offers.add(jobs);
    }

    /** The next jobs that a worker can do, in order; empty where there are none or Redis does not answer. */
    public List<UUID> take(Capability able, int limit) {
        return link.take(able.kinds().keySet(), able.places(), limit);
    }

    /** Has the worker of a running job told, wherever it is. */
    public void requestCancel(UUID jobId) {
        notices.cancel(jobId);
        link.publish(Notices.cancelMessage(jobId));
    }

    /** Whether Redis answered last time; null where none is configured. */
    public @Nullable Boolean up() {
        return link.known() ? link.up() : null;
    }
}

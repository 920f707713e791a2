package io.obox.events.internal;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import io.obox.event.Change;
import io.obox.event.Event;
import io.obox.event.EventListener;
import io.obox.event.Events;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.ComponentServiceObjects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.redisson.api.RedissonClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands events on by a thread of its own, on which nothing of other bundles runs, so that publishing costs nothing. */
@Component(service = Events.class)
public final class EventBus implements Events {
    private static final Logger LOG = LoggerFactory.getLogger(EventBus.class);
    private static final int CAPACITY = 10_000;
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Duration LAST = Duration.ofSeconds(1);

    private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();
    private final BlockingQueue<Delivery> queue = new ArrayBlockingQueue<>(CAPACITY);
    private final List<Mailbox> listeners = new CopyOnWriteArrayList<>();
    private final List<Mailbox> lastListeners = new CopyOnWriteArrayList<>();
    private final AtomicBoolean lost = new AtomicBoolean();

    /** Whether other nodes missed something of this one, and don't know. */
    private final AtomicBoolean untold = new AtomicBoolean();

    private final ListenerThreads threads;
    private final String node;
    private final Thread thread;
    private volatile boolean closed;
    private volatile @Nullable Relay relay;

    /** Begins to deliver. */
    @Activate
    public EventBus(BundleContext context) {
        this(context.getProperty(Constants.FRAMEWORK_UUID), LIMIT);
    }

    /** On a node that others know by this id, with listeners that have to return within the limit. */
    EventBus(String node, Duration limit) {
        this(node, limit, LAST);
    }

    /** With another time for calls that are under way at the end. */
    EventBus(String node, Duration limit, Duration last) {
        this.node = node;
        this.threads = new ListenerThreads(limit, last);
        this.thread = Thread.ofPlatform()
                .inheritInheritableThreadLocals(false)
                .daemon()
                .name("obox-events")
                .start(new FutureTask<>(this::deliver, null));
    }

    @Deactivate
    synchronized void deactivate() {
        closed = true;
        thread.interrupt();
        boolean left = !queue.isEmpty();
        List<Mailbox> all =
                Stream.of(listeners, lastListeners).flatMap(List::stream).toList();
        all.forEach(mailbox -> mailbox.end(left));
        threads.close();
        all.forEach(Mailbox::close);
        closeRelay();
    }

    @Reference(
            service = EventListener.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindListener(ServiceReference<EventListener> reference, ComponentServiceObjects<EventListener> service) {
        listen(reference.getBundle(), reference, service::getService, Wish.of(reference));
    }

    void unbindListener(ServiceReference<EventListener> reference) {
        silence(reference);
    }

    /**
     * Events go to this listener too. It is asked for when there is something to tell, on the thread that tells it: a listener may
     * publish as well, so that asking for it at once would go round in a circle.
     *
     * @param owner whose listener it is; each owner has a share of the threads
     * @param key by which it is silenced
     */
    void listen(Object owner, Object key, Supplier<@Nullable EventListener> listener, Wish wish) {
        (wish.last() ? lastListeners : listeners).add(new Mailbox(owner, key, listener, wish, threads));
    }

    /** No longer. */
    void silence(Object key) {
        silence(listeners, key);
        silence(lastListeners, key);
    }

    private static void silence(List<Mailbox> mailboxes, Object key) {
        mailboxes.stream().filter(mailbox -> mailbox.isOf(key)).forEach(mailbox -> {
            mailbox.close();
            mailboxes.remove(mailbox);
        });
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    synchronized void bindRedis(RedissonClient redis) {
        closeRelay();
        relay = new Relay(redis, node, event -> offer(new Delivery(event, false)), this::lose, untold);
    }

    synchronized void unbindRedis(RedissonClient redis) {
        Relay now = relay;
        if (now != null && now.uses(redis)) {
            closeRelay();
        }
    }

    private void closeRelay() {
        Relay now = relay;
        if (now != null) {
            relay = null;
            now.close();
        }
    }

    @Override
    public void publish(Change<?> change) {
        offer(new Delivery(new Published(ids.generate(), change), true));
    }

    private void offer(Delivery delivery) {
        if (!queue.offer(delivery)) {
            lost.set(true);
        }
    }

    private void deliver() {
        while (!closed) {
            try {
                deliver(queue.take());
            } catch (InterruptedException e) {
                LOG.debug("no more events are delivered");
            } catch (RuntimeException | Error e) {
                LOG.error("An event could not be delivered", e);
            }
        }
    }

    private void tellOthers(Event event) {
        Relay now = relay;
        if (now == null) {
            untold.set(true);
        } else {
            now.send(event);
        }
    }

    private void lose() {
        listeners.forEach(Mailbox::lose);
        lastListeners.forEach(Mailbox::lose);
    }

    private void deliver(Delivery delivery) {
        if (delivery.own()) {
            tellOthers(delivery.event());
        }
        if (lost.getAndSet(false)) {
            lose();
        }
        Event event = delivery.event();
        List<Mailbox> first = those(listeners, event);
        Letter letter = Letter.of(event, first.size());
        first.forEach(mailbox -> mailbox.put(letter));
        those(lastListeners, event).forEach(mailbox -> mailbox.put(letter));
    }

    private static List<Mailbox> those(List<Mailbox> mailboxes, Event event) {
        return mailboxes.stream().filter(mailbox -> mailbox.wants(event)).toList();
    }

    /** An event, and whether it was published on this node. */
    private record Delivery(Event event, boolean own) {}
}

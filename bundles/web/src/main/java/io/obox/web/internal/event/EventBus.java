package io.obox.web.internal.event;

import io.obox.event.Event;
import io.obox.event.EventListener;
import io.obox.event.Events;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
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

/** Delivers events on a thread of its own, so that publishing costs nothing. What is more than it can hold is lost, and the
 * streams are broken off, so that their readers load everything anew. */
@Component(service = {Events.class, EventBus.class})
public final class EventBus implements Events {
    private static final Logger LOG = LoggerFactory.getLogger(EventBus.class);
    private static final int CAPACITY = 10_000;

    private final BlockingQueue<Delivery> queue = new ArrayBlockingQueue<>(CAPACITY);
    private final List<EventListener> listeners = new CopyOnWriteArrayList<>();
    private final AtomicBoolean lost = new AtomicBoolean();
    private final EventStreams streams;
    private final String node;
    private final Thread thread;
    private volatile @Nullable Relay relay;

    /** Begins to deliver. */
    @Activate
    public EventBus(BundleContext context, @Reference EventStreams streams) {
        this(context.getProperty(Constants.FRAMEWORK_UUID), streams);
    }

    /** On a node that others know by this id. */
    EventBus(String node, EventStreams streams) {
        this.node = node;
        this.streams = streams;
        this.thread = Thread.ofVirtual().name("obox-events").start(this::deliver);
    }

    @Deactivate
    synchronized void deactivate() {
        thread.interrupt();
        closeRelay();
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindListener(EventListener listener) {
        listeners.add(listener);
    }

    void unbindListener(EventListener listener) {
        listeners.remove(listener);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    synchronized void bindRedis(RedissonClient redis) {
        closeRelay();
        relay = new Relay(redis, node, event -> offer(new Delivery(event, false)));
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
    public void publish(Event event) {
        offer(new Delivery(event, true));
    }

    private void offer(Delivery delivery) {
        if (!queue.offer(delivery)) {
            lost.set(true);
        }
    }

    private void deliver() {
        try {
            while (true) {
                deliver(queue.take());
            }
        } catch (InterruptedException e) {
            LOG.debug("no more events are delivered");
        }
    }

    private void deliver(Delivery delivery) {
        Relay now = relay;
        if (delivery.own() && now != null) {
            now.send(delivery.event());
        }
        if (lost.getAndSet(false)) {
            streams.breakOff();
        }
        for (EventListener listener : listeners) {
            try {
                listener.onEvent(delivery.event());
            } catch (RuntimeException e) {
                LOG.warn("{} failed on {}", listener.getClass().getName(), delivery.event(), e);
            }
        }
        // last, so that whoever asks because of it meets services that know of it
        streams.onEvent(delivery.event());
    }

    /** An event, and whether it was published on this node. */
    private record Delivery(Event event, boolean own) {}
}

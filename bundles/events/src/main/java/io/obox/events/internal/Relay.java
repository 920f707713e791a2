package io.obox.events.internal;

import io.obox.event.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.redisson.api.RFuture;
import org.redisson.api.RTopic;
import org.redisson.api.RedissonClient;
import org.redisson.api.listener.StatusListener;
import org.redisson.client.codec.StringCodec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries events between nodes through a topic of Redis, on threads of its own: as many in one message as have gathered since
 * the last one. While Redis is away events stay on their node; as soon as it is back the other nodes are told that they missed some,
 * and this node takes it that it did.
 */
final class Relay {
    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final String TOPIC = "obox:changes";
    private static final int CAPACITY = 1000;
    private static final Duration PACE = Duration.ofMillis(20);
    private static final Duration PAUSE = Duration.ofSeconds(3);

    private final RedissonClient redis;
    private final String node;
    private final Consumer<Event> receiver;
    private final Runnable loss;
    private final AtomicBoolean untold;
    private final Notices notices = new Notices();
    private final BlockingQueue<Event> outgoing = new ArrayBlockingQueue<>(CAPACITY);
    private final Thread sender;
    private final Thread subscriber;

    /**
     * Begins at once.
     *
     * @param receiver told of the events of other nodes
     * @param loss told when events of other nodes may have been missed
     * @param untold whether other nodes have yet to be told that they missed events of this one
     */
    Relay(RedissonClient redis, String node, Consumer<Event> receiver, Runnable loss, AtomicBoolean untold) {
        this.redis = redis;
        this.node = node;
        this.receiver = receiver;
        this.loss = loss;
        this.untold = untold;
        this.sender = Thread.ofVirtual()
                .inheritInheritableThreadLocals(false)
                .name("obox-events-out")
                .start(new FutureTask<>(this::send, null));
        this.subscriber = Thread.ofVirtual()
                .inheritInheritableThreadLocals(false)
                .name("obox-events-in")
                .start(new FutureTask<>(this::subscribe, null));
    }

    boolean uses(RedissonClient client) {
        return redis == client;
    }

    /** Hands an event over; one too many is dropped. */
    void send(Event event) {
        boolean taken = outgoing.offer(event);
        if (!taken) {
            untold.set(true);
            LOG.debug("other nodes are not told of {}", event);
        }
    }

    /** Ends. What has not been sent by then is not sent by this one. */
    void close() {
        if (!outgoing.isEmpty()) {
            untold.set(true);
        }
        sender.interrupt();
        subscriber.interrupt();
    }

    private RTopic topic() {
        return redis.getTopic(TOPIC, StringCodec.INSTANCE);
    }

    private void send() {
        try {
            List<Event> gathered = new ArrayList<>();
            while (true) {
                Event next = untold.get() ? outgoing.poll(PAUSE.toMillis(), TimeUnit.MILLISECONDS) : outgoing.take();
                if (next != null) {
                    gathered.add(next);
                    outgoing.drainTo(gathered);
                }
                send(gathered, topic());
                gathered.clear();
                Thread.sleep(PACE);
            }
        } catch (InterruptedException e) {
            LOG.debug("no more events are sent to other nodes");
        }
    }

    private void send(List<Event> events, RTopic topic) {
        boolean missed = untold.getAndSet(false);
        try {
            topic.publish(notices.write(node, events, missed));
        } catch (RuntimeException e) {
            untold.set(true);
            LOG.debug("other nodes are not told of {}", events, e);
        }
    }

    private void subscribe() {
        try {
            while (true) {
                try {
                    listen(topic());
                } catch (ExecutionException | RuntimeException e) {
                    LOG.debug("events of other nodes can't be listened to yet", e);
                    Thread.sleep(PAUSE);
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("other nodes are not listened to any more");
        }
    }

    /**
     * Listens until closed. Once that has begun, Redisson itself renews it after Redis was away; what came meanwhile is lost. It
     * also ends where it begins only after the close.
     */
    private void listen(RTopic topic) throws ExecutionException, InterruptedException {
        List<RFuture<Integer>> listeners = new ArrayList<>();
        try {
            listeners.add(topic.addListenerAsync(String.class, (channel, text) -> receive(text)));
            listeners.getLast().get();
            listeners.add(topic.addListenerAsync(new Renewals(loss)));
            listeners.getLast().get();
            loss.run();
            Thread.sleep(Duration.ofSeconds(Long.MAX_VALUE));
        } finally {
            listeners.forEach(listener -> listener.thenAccept(topic::removeListenerAsync));
        }
    }

    private void receive(String text) {
        try {
            Notices.Received received = notices.read(node, text);
            if (received.missed()) {
                loss.run();
            }
            received.events().forEach(receiver);
        } catch (IllegalArgumentException e) {
            LOG.debug("notices of another version are ignored: {}", text, e);
        }
    }

    /** Tells when the subscription begins, and begins again. */
    private record Renewals(Runnable loss) implements StatusListener {
        @Override
        public void onSubscribe(String channel) {
            loss.run();
        }

        @Override
        public void onUnsubscribe(String channel) {
            LOG.debug("other nodes are not listened to any more");
        }
    }
}

package io.obox.queue.internal.dispatch;

import io.obox.queue.internal.ledger.Offer;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.redisson.api.RTopic;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connection to Redis as far as it works. After a fault Redis counts as away, and nobody waits for it, until a probe has
 * found it again.
 */
final class RedisLink {
    private static final Logger LOG = LoggerFactory.getLogger(RedisLink.class);

    private final Scripts scripts = new Scripts();
    private final Notices notices;
    private final Duration patience;

    private volatile @Nullable RedissonClient client;
    private volatile boolean up;
    private volatile boolean complained;
    private @Nullable Subscription subscription;
    private boolean closed;

    /** Listening, which may begin later than anybody waits for it. */
    private record Subscription(RedissonClient client, CompletableFuture<Integer> listener) {
        void end() {
            listener.thenAccept(known -> topic(client).removeListenerAsync(known))
                    .whenComplete((nothing, fault) -> {
                        if (fault != null) {
                            LOG.debug("The subscription to notices could not be ended", fault);
                        }
                    });
        }
    }

    /** Where Redis takes longer than the patience, it counts as away. */
    RedisLink(Notices notices, Duration patience) {
        this.notices = notices;
        this.patience = patience;
    }

    void use(@Nullable RedissonClient next) {
        client = next;
        up = false;
    }

    void release(RedissonClient gone) {
        if (gone.equals(client)) {
            use(null);
        }
    }

    boolean known() {
        return client != null;
    }

    boolean up() {
        return up;
    }

    /** Looks whether Redis answers; called now and then while it does not. */
    void probe() {
        RedissonClient current = client;
        if (current != null
                && await(() -> scripts.take(current, List.of(), List.of(), 0)) != null
                && subscribe(current)) {
            up = current.equals(client);
            if (complained) {
                LOG.info("Redis answers again; jobs are dispatched through it.");
            }
            complained = false;
        }
    }

    boolean offer(List<Offer> jobs) {
        RedissonClient current = client;
        return up && current != null && await(() -> scripts.offer(current, jobs)) != null;
    }

    List<UUID> take(Collection<String> kinds, Collection<String> places, int limit) {
        RedissonClient current = client;
        if (!up || current == null) {
            return List.of();
        }
        List<UUID> taken = await(() -> scripts.take(current, kinds, places, limit));
        return taken == null ? List.of() : taken;
    }

    void publish(String message) {
        RedissonClient current = client;
        if (up && current != null) {
            try {
                topic(current).publishAsync(message).whenComplete((receivers, fault) -> {
                    if (fault != null) {
                        failed(fault);
                    }
                });
            } catch (RuntimeException e) {
                failed(e);
            }
        }
    }

    /** Stops listening; the client belongs to others and goes on. */
    synchronized void close() {
        closed = true;
        use(null);
        if (subscription != null) {
            subscription.end();
        }
    }

    private boolean subscribe(RedissonClient current) {
        return await(() -> subscription(current)) != null;
    }

    /** Redisson keeps a subscription over lost connections, so one for each client is enough. */
    private synchronized CompletableFuture<Integer> subscription(RedissonClient current) {
        Subscription last = subscription;
        if (closed) {
            return CompletableFuture.completedFuture(0);
        }
        if (last != null && last.client().equals(current) && !last.listener().isCompletedExceptionally()) {
            return last.listener();
        }
        if (last != null) {
            last.end();
        }
        Subscription next = new Subscription(
                current,
                topic(current)
                        .addListenerAsync(String.class, (channel, message) -> notices.received(message))
                        .toCompletableFuture());
        subscription = next;
        return next.listener();
    }

    private static RTopic topic(RedissonClient current) {
        return current.getTopic(Scripts.PREFIX + ":notices", StringCodec.INSTANCE);
    }

    private <T> @Nullable T await(Supplier<CompletionStage<T>> command) {
        try {
            return command.get().toCompletableFuture().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            failed(e);
            return null;
        }
    }

    private void failed(Throwable fault) {
        up = false;
        if (!complained) {
            complained = true;
            LOG.warn("Redis does not answer; workers look into the database until it does. {}", reason(fault));
        }
    }

    /** The client's messages hold whole commands. */
    private static String reason(Throwable fault) {
        Throwable cause = fault instanceof ExecutionException && fault.getCause() != null ? fault.getCause() : fault;
        String text = cause.toString();
        return text.length() > 200 ? text.substring(0, 200) + "…" : text;
    }
}

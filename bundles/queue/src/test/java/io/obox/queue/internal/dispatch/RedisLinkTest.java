package io.obox.queue.internal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.obox.queue.internal.kit.Redis;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.redisson.api.RFuture;
import org.redisson.api.RTopic;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;
import org.redisson.misc.CompletableFutureWrapper;

/** A subscription that is answered late, as on a busy machine. */
class RedisLinkTest {
    private final Redis redis = new Redis();
    private final RedissonClient client = redis.client();
    private final RTopic topic = client.getTopic(Scripts.PREFIX + ":notices", StringCodec.INSTANCE);
    private final CompletableFuture<Void> answered = new CompletableFuture<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final RedisLink link = new RedisLink(new Notices(), Duration.ofSeconds(2));

    @AfterEach
    void close() {
        Redis.shutdown(client);
        redis.close();
    }

    @Test
    void aSubscriptionThatComesAfterTheEndIsEnded() {
        link.use(late());
        link.probe();
        assertThat(link.up()).isFalse();
        assertThat(topic.countListeners()).isOne();

        link.close();
        answered.complete(null);

        await().untilAsserted(() -> assertThat(topic.countListeners()).isZero());
    }

    @Test
    void aSubscriptionThatIsOnItsWayIsNotAskedForAgain() {
        link.use(late());
        link.probe();

        answered.complete(null);
        link.probe();

        assertThat(link.up()).isTrue();
        assertThat(asked).hasValue(1);
    }

    /** The client, but for whoever subscribes. */
    private RedissonClient late() {
        RTopic slow = proxy(
                RTopic.class,
                topic,
                (method, result) -> method.getName().equals("addListenerAsync")
                        ? later((RFuture<?>) Objects.requireNonNull(result))
                        : result);
        return proxy(
                RedissonClient.class,
                client,
                (method, result) -> method.getName().equals("getTopic") ? slow : result);
    }

    private RFuture<?> later(RFuture<?> listener) {
        asked.incrementAndGet();
        return new CompletableFutureWrapper<>(
                answered.thenCombine(listener.toCompletableFuture(), (nothing, known) -> known));
    }

    private interface Change {
        @Nullable
        Object of(Method method, @Nullable Object result);
    }

    private static <T> T proxy(Class<T> type, T target, Change change) {
        Object proxy =
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    if (method.getName().equals("equals")) {
                        return self == arguments[0];
                    }
                    try {
                        return change.of(method, method.invoke(target, arguments));
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        return type.cast(proxy);
    }
}

package io.obox.events.internal;

import static io.obox.events.internal.Patiently.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.obox.event.Audience;
import io.obox.event.Change;
import io.obox.event.Event;
import io.obox.event.EventListener;
import io.obox.event.Topic;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.redisson.Redisson;
import org.redisson.api.RTopic;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;
import org.redisson.config.Config;
import redis.embedded.RedisServer;

final class RelayTest {
    private static final Topic<Object> VMS = Topic.of("vm");
    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final int port = freePort();
    private final RedissonClient redis = client(port);
    private final EventBus here = new EventBus("here", LIMIT);
    private final EventBus there = new EventBus("there", LIMIT);
    private final List<Change<?>> heardHere = new CopyOnWriteArrayList<>();
    private final List<Change<?>> heardThere = new CopyOnWriteArrayList<>();
    private final AtomicInteger lossesThere = new AtomicInteger();
    private RedisServer server;

    RelayTest() throws IOException {
        EventListener listenerHere = listener(heardHere, new AtomicInteger());
        EventListener listenerThere = listener(heardThere, lossesThere);
        Wish all = new Wish(false, Set.of());
        here.listen("here", "here", () -> listenerHere, all);
        there.listen("there", "there", () -> listenerThere, all);
        server = new RedisServer(port);
    }

    @AfterEach
    void end() throws IOException {
        here.deactivate();
        there.deactivate();
        redis.shutdown();
        if (server.isActive()) {
            server.stop();
        }
    }

    @Test
    void carriesEventsToOtherNodesAndNotBack() throws IOException {
        server.start();
        connect();
        awaitConnection(here, heardThere);
        awaitConnection(there, heardHere);
        Change<?> first = event(7);
        Change<?> second = event(8);

        here.publish(first);
        await().untilAsserted(() -> assertThat(heardThere).contains(first));
        there.publish(second);
        await().untilAsserted(() -> assertThat(heardHere).contains(second));

        // had the first come back, it would have done so before the second
        assertThat(heardHere).containsOnlyOnce(first);
    }

    @Test
    void nobodyListensForARelayThatEndedWhileItBegan() throws IOException {
        server.start();
        RTopic topic = redis.getTopic("obox:changes", StringCodec.INSTANCE);

        for (int i = 0; i < 200; i++) {
            Relay relay = new Relay(redis, "here", event -> {}, () -> {}, new AtomicBoolean());
            for (int spin = 0; spin < i * 500; spin++) {
                Thread.onSpinWait();
            }
            relay.close();
        }

        await().untilAsserted(() -> assertThat(topic.countListeners()).isZero());
    }

    @Test
    void manyEventsArriveInTheirOrder() throws IOException {
        server.start();
        connect();
        awaitConnection(here, heardThere);
        List<Change<?>> events =
                IntStream.rangeClosed(1, 500).mapToObj(RelayTest::event).toList();

        events.forEach(here::publish);

        await().untilAsserted(() -> assertThat(heardThere).containsSubsequence(events));
    }

    @Test
    void carriesAllThatIsToldOfAChange() throws IOException {
        server.start();
        connect();
        awaitConnection(here, heardThere);
        Change<Object> own = Change.changed(VMS, new UUID(0, 1), Audience.owner(new UUID(2, 2)))
                .version(8)
                .since(7)
                .with(VMS.text("state"), "RUNNING")
                .with(VMS.texts("addresses"), List.of("192.0.2.7"))
                .with("progress", Map.of("percent", 7))
                .with(VMS.time("startedAt"), null);
        Change<Object> secret = Change.removed(VMS, new UUID(0, 2), Audience.administrators());

        here.publish(own);
        here.publish(secret);

        await().untilAsserted(() -> assertThat(heardThere).contains(own, secret));
    }

    @Test
    void withoutRedisEventsStillReachTheirOwnNode() {
        connect();

        here.publish(event(1));

        await().untilAsserted(() -> assertThat(heardHere).hasSize(1));
    }

    @Test
    void beginsWhenRedisComes() throws IOException {
        connect();
        server.start();

        awaitConnection(here, heardThere);
    }

    @Test
    void whoeverListensIsToldWhenRedisIsBackThatEventsMayHaveBeenMissed() throws IOException {
        server.start();
        connect();
        awaitConnection(here, heardThere);
        int before = lossesThere.get();

        server.stop();
        here.publish(event(7));
        await().untilAsserted(() -> assertThat(heardHere).contains(event(7)));
        server = new RedisServer(port);
        server.start();

        await().untilAsserted(() -> assertThat(lossesThere.get()).isGreaterThan(before));
    }

    @Test
    void aNodeWhoseEventsCouldNotBeSentTellsTheOthersSo() throws IOException {
        server.start();
        EventBus third = new EventBus("third", LIMIT);
        there.bindRedis(redis);
        third.bindRedis(redis);
        try {
            awaitConnection(third, heardThere);
        } finally {
            third.deactivate();
        }
        int before = lossesThere.get();
        here.publish(event(7));
        await().untilAsserted(() -> assertThat(heardHere).contains(event(7)));
        assertThat(lossesThere).hasValue(before);

        here.bindRedis(redis);

        await().untilAsserted(() -> assertThat(lossesThere.get()).isGreaterThan(before));
        assertThat(heardThere).doesNotContain(event(7));
    }

    private void connect() {
        here.bindRedis(redis);
        there.bindRedis(redis);
    }

    private static void awaitConnection(EventBus from, List<Change<?>> heard) {
        Change<?> sign = Change.changed(VMS, UUID.randomUUID(), Audience.everyone());
        await().untilAsserted(() -> {
            from.publish(sign);
            assertThat(heard).contains(sign);
        });
    }

    private static EventListener listener(List<Change<?>> heard, AtomicInteger losses) {
        return new EventListener() {
            @Override
            public void onEvent(Event event) {
                heard.add(event.change());
            }

            @Override
            public void onLoss() {
                losses.incrementAndGet();
            }
        };
    }

    private static Change<?> event(int number) {
        return Change.changed(VMS, new UUID(0, number), Audience.everyone());
    }

    private static RedissonClient client(int port) {
        Config config = new Config().setLazyInitialization(true);
        config.useSingleServer()
                .setAddress("redis://127.0.0.1:" + port)
                .setConnectTimeout(10_000)
                .setTimeout(10_000)
                .setRetryAttempts(0);
        return Redisson.create(config);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

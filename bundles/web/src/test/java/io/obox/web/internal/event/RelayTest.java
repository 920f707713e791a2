package io.obox.web.internal.event;

import static io.obox.web.internal.event.Patiently.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.obox.event.Event;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.config.Config;
import redis.embedded.RedisServer;

final class RelayTest {
    private final int port = freePort();
    private final RedissonClient redis = client(port);
    private final EventBus here = new EventBus("here", new EventStreams());
    private final EventBus there = new EventBus("there", new EventStreams());
    private final List<Event> heardHere = new CopyOnWriteArrayList<>();
    private final List<Event> heardThere = new CopyOnWriteArrayList<>();
    private RedisServer server;

    RelayTest() throws IOException {
        here.bindListener(heardHere::add);
        there.bindListener(heardThere::add);
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
        Event first = event(7);
        Event second = event(8);

        here.publish(first);
        await().untilAsserted(() -> assertThat(heardThere).contains(first));
        there.publish(second);
        await().untilAsserted(() -> assertThat(heardHere).contains(second));

        // had the first come back, it would have done so before the second
        assertThat(heardHere).containsOnlyOnce(first);
    }

    @Test
    void manyEventsArriveInTheirOrder() throws IOException {
        server.start();
        connect();
        awaitConnection(here, heardThere);
        List<Event> events =
                IntStream.rangeClosed(1, 500).mapToObj(RelayTest::event).toList();

        events.forEach(here::publish);

        await().untilAsserted(() -> assertThat(heardThere).containsSubsequence(events));
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

    private void connect() {
        here.bindRedis(redis);
        there.bindRedis(redis);
    }

    private static void awaitConnection(EventBus from, List<Event> heard) {
        Event sign = Event.changed("vm", UUID.randomUUID(), null);
        await().untilAsserted(() -> {
            from.publish(sign);
            assertThat(heard).contains(sign);
        });
    }

    private static Event event(int number) {
        return Event.changed("vm", new UUID(0, number), null);
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

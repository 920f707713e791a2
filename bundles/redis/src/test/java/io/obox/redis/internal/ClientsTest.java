package io.obox.redis.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redisson.api.RedissonClient;
import org.redisson.client.RedisException;
import redis.embedded.RedisServer;

class ClientsTest {
    private int port;
    private RedissonClient client;

    @BeforeEach
    void makeAClientWithNoRedisThere() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        client = Clients.create(RedisUrl.parse("redis://:secret@127.0.0.1:" + port + "/1"));
    }

    @AfterEach
    void shutDown() {
        client.shutdown();
    }

    private RedisServer redis() throws IOException {
        RedisServer server = RedisServer.newRedisServer()
                .port(port)
                .bind("127.0.0.1")
                .setting("requirepass secret")
                .build();
        server.start();
        return server;
    }

    @Test
    void aCallFailsSoonWhileRedisIsAway() {
        long start = System.nanoTime();

        assertThatThrownBy(() -> client.getBucket("a").get()).isInstanceOf(RedisException.class);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void theClientFindsRedisWhenItComesAndComesAgain() throws IOException {
        var heard = new CopyOnWriteArrayList<String>();
        RedisServer first = redis();
        client.getTopic("news").addListener(String.class, (channel, text) -> heard.add(text));
        client.getBucket("a").set("1");
        first.stop();
        assertThatThrownBy(() -> client.getBucket("a").set("2")).isInstanceOf(RedisException.class);

        RedisServer second = redis();
        try {
            await().atMost(Duration.ofMinutes(1)).ignoreExceptions().untilAsserted(() -> {
                client.getTopic("news").publish("hello");
                assertThat(heard).contains("hello");
            });
        } finally {
            second.stop();
        }
    }
}

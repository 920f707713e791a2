package io.obox.redis.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redisson.api.RedissonClient;
import org.redisson.client.RedisException;
import redis.embedded.Redis;
import redis.embedded.RedisSentinel;
import redis.embedded.RedisServer;

class SentinelTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    private RedisServer master;
    private RedisServer replica;
    private RedisSentinel sentinel;
    private RedissonClient client;

    @BeforeEach
    void start() throws IOException {
        master = redis(0);
        replica = redis(master.ports().getFirst());
        awaitInfo(replica, "secret", "master_link_status:up");
        int port = freePort();
        sentinel = RedisSentinel.newRedisSentinel()
                .port(port)
                .configFile(configuration(port).toString())
                .build();
        sentinel.start();
        awaitInfo(sentinel, "watchword", "slaves=1");
        client = Clients.create(Address.parse("redis-sentinel://:secret@127.0.0.1:%d/jobs/1?sentinel_password=watchword"
                .formatted(sentinel.ports().getFirst())));
    }

    @AfterEach
    void stop() throws IOException {
        client.shutdown();
        sentinel.stop();
        replica.stop();
        master.stop();
    }

    private Path configuration(int port) throws IOException {
        return Files.writeString(folder.resolve("sentinel.conf"), """
                port %d
                bind 127.0.0.1
                requirepass watchword
                sentinel monitor jobs 127.0.0.1 %d 1
                sentinel auth-pass jobs secret
                sentinel down-after-milliseconds jobs 500
                sentinel failover-timeout jobs 2000
                """.formatted(
                        port, master.ports().getFirst()));
    }

    private static RedisServer redis(int masterPort) throws IOException {
        var builder = RedisServer.newRedisServer()
                .port(freePort())
                .bind("127.0.0.1")
                .setting("requirepass secret")
                .setting("masterauth secret")
                .setting("repl-diskless-sync yes")
                .setting("repl-diskless-sync-delay 0")
                .setting("save \"\"");
        RedisServer server = (masterPort == 0 ? builder : builder.slaveOf("127.0.0.1", masterPort)).build();
        server.start();
        return server;
    }

    private static void awaitInfo(Redis server, String password, String part) {
        await(part).atMost(PATIENCE).until(() -> info(server, password).contains(part));
    }

    private static String info(Redis server, String password) throws IOException {
        int port = server.ports().getFirst();
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            String commands = "AUTH " + password + "\r\nINFO\r\nQUIT\r\n";
            socket.getOutputStream().write(commands.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Test
    void theClientFollowsTheMasterThatTheSentinelsName() throws IOException {
        var heard = new CopyOnWriteArrayList<String>();
        client.getTopic("news").addListener(String.class, (channel, text) -> heard.add(text));
        client.getBucket("old").set("1");

        master.stop();

        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> {
            client.getTopic("news").publish("hello");
            assertThat(heard).contains("hello");
        });
        client.getBucket("new").set("2");
        assertThat(client.getBucket("new").get()).isEqualTo("2");
    }

    @Test
    void aCallFailsSoonWhileThereIsNoSentinel() throws IOException {
        sentinel.stop();
        long start = System.nanoTime();

        assertThatThrownBy(() -> client.getBucket("a").get()).isInstanceOf(RedisException.class);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }
}

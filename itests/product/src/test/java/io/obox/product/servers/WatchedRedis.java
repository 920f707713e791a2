package io.obox.product.servers;

import static org.awaitility.Awaitility.await;

import io.obox.product.access.Product;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import redis.embedded.Redis;
import redis.embedded.RedisSentinel;
import redis.embedded.RedisServer;
import redis.embedded.core.RedisServerBuilder;

/** A Redis with a replica and three Sentinels, two of which must agree that it is gone. */
public final class WatchedRedis implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int SENTINELS = 3;
    private static final String NAME = "jobs";
    private static final String PASSWORD = "secret";

    private final Path pid;
    private final RedisServer master;
    private final RedisServer replica;
    private final List<RedisSentinel> sentinels = new ArrayList<>();

    /** Starts all of them, and returns when the replica follows and the Sentinels know each other. */
    public WatchedRedis(Path folder) throws IOException {
        this.pid = folder.resolve("redis.pid");
        this.master = server().setting("pidfile " + pid).build();
        master.start();
        this.replica = server().slaveOf("127.0.0.1", port(master)).build();
        replica.start();
        awaitInfo(replica, "master_link_status:up");
        for (int i = 0; i < SENTINELS; i++) {
            sentinels.add(sentinel(folder.resolve("sentinel-" + i + ".conf")));
        }
        sentinels.forEach(sentinel -> awaitInfo(sentinel, "slaves=1,sentinels=" + SENTINELS));
    }

    private static RedisServerBuilder server() {
        return RedisServer.newRedisServer()
                .port(Product.freePort())
                .bind("127.0.0.1")
                .setting("requirepass " + PASSWORD)
                .setting("masterauth " + PASSWORD)
                .setting("repl-diskless-sync yes")
                .setting("repl-diskless-sync-delay 0")
                .setting("save \"\"");
    }

    private RedisSentinel sentinel(Path configuration) throws IOException {
        int port = Product.freePort();
        Files.writeString(configuration, """
                port %d
                bind 127.0.0.1
                requirepass %2$s
                sentinel sentinel-pass %2$s
                sentinel monitor %3$s 127.0.0.1 %4$d 2
                sentinel auth-pass %3$s %2$s
                sentinel down-after-milliseconds %3$s 1000
                sentinel failover-timeout %3$s 10000
                """.formatted(port, PASSWORD, NAME, port(master)));
        RedisSentinel sentinel = RedisSentinel.newRedisSentinel()
                .port(port)
                .configFile(configuration.toString())
                .build();
        sentinel.start();
        return sentinel;
    }

    private static int port(Redis server) {
        return server.ports().getFirst();
    }

    private static void awaitInfo(Redis server, String part) {
        await(part).atMost(PATIENCE).until(() -> ask(server, "INFO").contains(part));
    }

    private static String ask(Redis server, String command) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port(server))) {
            String commands = "AUTH %s\r\n%s\r\nQUIT\r\n".formatted(PASSWORD, command);
            socket.getOutputStream().write(commands.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    /** The address of the Sentinels, as it is given to OBox. */
    public String url() {
        return sentinels.stream()
                .map(s -> "127.0.0.1:" + port(s))
                .collect(Collectors.joining(
                        ",", "redis-sentinel://:" + PASSWORD + "@", "/" + NAME + "?sentinel_password=" + PASSWORD));
    }

    /** Ends the master as a failing machine does. */
    public void killMaster() throws Exception {
        ProcessHandle process = Product.process(pid);
        process.destroyForcibly();
        process.onExit().get();
    }

    /** Waits until the Sentinels have made the replica the master. */
    public void awaitFailover() {
        awaitInfo(replica, "role:master");
    }

    /** The clients of the replica, which may be the master by now, as Redis lists them. */
    public String clients() throws IOException {
        return ask(replica, "CLIENT LIST");
    }

    @Override
    public void close() throws IOException {
        for (RedisSentinel sentinel : sentinels) {
            sentinel.stop();
        }
        replica.stop();
        master.stop();
    }
}

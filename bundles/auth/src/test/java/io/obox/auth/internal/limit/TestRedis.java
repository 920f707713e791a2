package io.obox.auth.internal.limit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;
import org.redisson.config.Config;
import redis.embedded.RedisServer;

/** A Redis of the test's own. */
final class TestRedis implements AutoCloseable {
    private final RedisServer server;
    private final int port;

    TestRedis() {
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            server = RedisServer.newRedisServer()
                    .port(port)
                    .bind("127.0.0.1")
                    .setting("save \"\"")
                    .build();
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A client as a node has it. */
    RedissonClient client() {
        Config config = new Config().setCodec(StringCodec.INSTANCE).setLazyInitialization(true);
        config.useSingleServer()
                .setAddress("redis://127.0.0.1:" + port)
                .setConnectTimeout(1000)
                .setTimeout(1000)
                .setRetryAttempts(1)
                .setConnectionMinimumIdleSize(1);
        return Redisson.create(config);
    }

    @Override
    public void close() throws IOException {
        server.stop();
    }
}

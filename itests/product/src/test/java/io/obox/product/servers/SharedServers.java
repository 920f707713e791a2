package io.obox.product.servers;

import io.obox.product.access.Product;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import redis.embedded.RedisServer;

/** A PostgreSQL and a Redis that belong to no node. */
public final class SharedServers implements AutoCloseable {
    private final EmbeddedPostgres postgres;
    private final RedisServer redis;

    /** Starts both; PostgreSQL keeps its data in this folder. */
    public SharedServers(Path folder) throws IOException {
        postgres = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("postgres"))
                .setPGStartupWait(Duration.ofMinutes(2))
                .start();
        redis = RedisServer.newRedisServer()
                .port(Product.freePort())
                .bind("127.0.0.1")
                .setting("save \"\"")
                .build();
        redis.start();
    }

    /** The settings by which a node uses them. */
    public Map<String, String> settings() {
        return Map.of(
                "DATABASE_URL",
                "postgresql://postgres@127.0.0.1:%d/postgres".formatted(postgres.getPort()),
                "REDIS_URL",
                "redis://127.0.0.1:%d".formatted(redis.ports().getFirst()));
    }

    /** The database, to look at what all nodes have written. */
    public DataSource database() {
        return postgres.getPostgresDatabase();
    }

    @Override
    public void close() throws IOException {
        redis.stop();
        postgres.close();
    }
}

package io.obox.redis.internal;

import java.time.Duration;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;
import org.redisson.config.Config;
import org.redisson.config.EqualJitterDelay;

/** Makes clients that never keep a caller waiting for long, and that find a Redis again by themselves. */
final class Clients {
    private Clients() {}

    /** A client that connects with its first use. */
    static RedissonClient create(RedisUrl url) {
        Config config = new Config()
                .setCodec(StringCodec.INSTANCE)
                .setLazyInitialization(true)
                // codecs would be copied for the context class loader of whichever thread comes first
                .setUseThreadClassLoader(false)
                .setThreads(8)
                .setNettyThreads(4)
                .setTcpKeepAlive(true);
        if (url.password() != null) {
            config.setUsername(url.user()).setPassword(url.password());
        }
        config.useSingleServer()
                .setAddress(url.endpoint())
                .setDatabase(url.database())
                .setClientName("obox")
                .setConnectTimeout(1000)
                .setTimeout(1000)
                .setRetryAttempts(1)
                .setRetryDelay(new EqualJitterDelay(Duration.ofMillis(50), Duration.ofMillis(100)))
                .setReconnectionDelay(new EqualJitterDelay(Duration.ofMillis(50), Duration.ofSeconds(1)))
                .setPingConnectionInterval(5000)
                .setConnectionMinimumIdleSize(1)
                .setConnectionPoolSize(32)
                .setSubscriptionConnectionMinimumIdleSize(1)
                .setSubscriptionConnectionPoolSize(8);
        return Redisson.create(config);
    }
}

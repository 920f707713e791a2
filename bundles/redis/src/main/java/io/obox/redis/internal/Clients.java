package io.obox.redis.internal;

import java.time.Duration;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;
import org.redisson.config.BaseConfig;
import org.redisson.config.Config;
import org.redisson.config.EqualJitterDelay;
import org.redisson.config.ReadMode;
import org.redisson.config.SentinelServersConfig;
import org.redisson.config.SingleServerConfig;
import org.redisson.config.SubscriptionMode;

/** Makes clients that never keep a caller waiting for long, and that find a Redis again by themselves. */
final class Clients {
    private static final int POOL = 32;
    private static final int SUBSCRIPTIONS = 8;

    private Clients() {}

    /** A client that connects with its first use. */
    static RedissonClient create(Address address) {
        Config config = new Config()
                .setCodec(StringCodec.INSTANCE)
                .setLazyInitialization(true)
                // codecs would be copied for the context class loader of whichever thread comes first
                .setUseThreadClassLoader(false)
                .setThreads(8)
                .setNettyThreads(4)
                .setTcpKeepAlive(true);
        if (address.password() != null) {
            config.setUsername(address.user()).setPassword(address.password());
        }
        switch (address) {
            case RedisUrl single -> impatient(connect(config.useSingleServer(), single));
            case SentinelUrl watched -> impatient(connect(config.useSentinelServers(), watched));
        }
        return Redisson.create(config);
    }

    private static SingleServerConfig connect(SingleServerConfig server, RedisUrl url) {
        return server.setAddress(url.endpoint())
                .setDatabase(url.database())
                .setConnectionMinimumIdleSize(1)
                .setConnectionPoolSize(POOL)
                .setSubscriptionConnectionMinimumIdleSize(1)
                .setSubscriptionConnectionPoolSize(SUBSCRIPTIONS);
    }

    /** Only the master is used: what a replica shows may be old. */
    private static SentinelServersConfig connect(SentinelServersConfig servers, SentinelUrl url) {
        return servers.addSentinelAddress(url.sentinels().toArray(String[]::new))
                .setMasterName(url.master())
                .setSentinelUsername(url.sentinelUser())
                .setSentinelPassword(url.sentinelPassword())
                // the others may be down, or there may be one for a trial
                .setCheckSentinelsList(false)
                .setDatabase(url.database())
                .setReadMode(ReadMode.MASTER)
                .setSubscriptionMode(SubscriptionMode.MASTER)
                .setMasterConnectionMinimumIdleSize(1)
                .setMasterConnectionPoolSize(POOL)
                .setSubscriptionConnectionMinimumIdleSize(1)
                .setSubscriptionConnectionPoolSize(SUBSCRIPTIONS);
    }

    private static void impatient(BaseConfig<?> servers) {
        servers.setClientName("obox");
        servers.setConnectTimeout(1000);
        servers.setTimeout(1000);
        servers.setRetryAttempts(1);
        servers.setRetryDelay(new EqualJitterDelay(Duration.ofMillis(50), Duration.ofMillis(100)));
        servers.setReconnectionDelay(new EqualJitterDelay(Duration.ofMillis(50), Duration.ofSeconds(1)));
        servers.setPingConnectionInterval(5000);
    }
}

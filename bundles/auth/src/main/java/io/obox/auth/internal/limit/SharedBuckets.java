package io.obox.auth.internal.limit;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.redis.redisson.Bucket4jRedisson;
import java.time.Duration;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;

/** Buckets of all nodes, in Redis, each of which is gone when it has filled up again. */
final class SharedBuckets implements Buckets {
    private static final String PREFIX = "obox:limit:";
    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final Duration LINGER = Duration.ofSeconds(10);

    private final ProxyManager<String> buckets;

    SharedBuckets(RedissonClient client, TimeMeter clock) {
        buckets = Bucket4jRedisson.casBasedBuilder(((Redisson) client).getCommandExecutor())
                .clientClock(clock)
                .requestTimeout(PATIENCE)
                .expirationAfterWrite(ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(LINGER))
                .build();
    }

    @Override
    public Bucket of(String key, Bandwidth bandwidth) {
        return buckets.builder()
                .build(
                        PREFIX + key,
                        () -> BucketConfiguration.builder().addLimit(bandwidth).build());
    }
}

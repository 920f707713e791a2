package io.obox.auth.internal.limit;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.redisson.api.RedissonClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts attempts for all nodes together in Redis, and where Redis is away for this node alone. */
@Component(service = Attempts.class)
public final class Attempts {
    private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);
    /** For how long Redis is left alone after it did not answer. */
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final InstantSource clock;
    private final TimeMeter meter;
    private final Buckets local;
    private volatile @Nullable Shared shared;
    private volatile Instant awayUntil = Instant.MIN;

    private record Shared(RedissonClient redis, Buckets buckets) {}

    /** By the time of the machine. */
    @Activate
    public Attempts() {
        this(InstantSource.system());
    }

    /** With a clock of one's own. */
    public Attempts(InstantSource clock) {
        this.clock = clock;
        this.meter = new Meter(clock);
        this.local = new LocalBuckets(meter);
    }

    /** Begins to count in this Redis. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void setRedis(RedissonClient redis) {
        shared = new Shared(redis, new SharedBuckets(redis, meter));
        awayUntil = Instant.MIN;
    }

    void unsetRedis(RedissonClient redis) {
        Shared now = shared;
        if (now != null && now.redis() == redis) {
            shared = null;
        }
    }

    /** So many attempts at once for each key, and after that one in each interval. */
    public AttemptLimit limit(String name, int burst, Duration interval) {
        return new AttemptLimit(this, name, burst, interval);
    }

    <T> T count(String key, Bandwidth bandwidth, Function<? super Bucket, T> step) {
        Shared all = shared;
        if (all != null && !clock.instant().isBefore(awayUntil)) {
            try {
                return step.apply(all.buckets().of(key, bandwidth));
            } catch (RuntimeException e) {
                awayUntil = clock.instant().plus(PAUSE);
                LOG.warn("Redis does not answer; attempts are counted by this node alone: {}", e.toString());
            }
        }
        return step.apply(local.of(key, bandwidth));
    }

    /** Nodes are together as far as their clocks are. */
    private record Meter(InstantSource clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return TimeUnit.MILLISECONDS.toNanos(clock.millis());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}

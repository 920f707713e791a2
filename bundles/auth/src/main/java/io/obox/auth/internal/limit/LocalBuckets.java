package io.obox.auth.internal.limit;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.util.LinkedHashMap;

/** Buckets of this node alone, so many of them; the one that was not asked for longest makes room. */
final class LocalBuckets implements Buckets {
    private static final int MOST = 50_000;
    private static final float LOAD = 0.75f;

    private final TimeMeter clock;
    private final LinkedHashMap<String, Bucket> buckets = new LinkedHashMap<>(16, LOAD, true);

    LocalBuckets(TimeMeter clock) {
        this.clock = clock;
    }

    @Override
    public synchronized Bucket of(String key, Bandwidth bandwidth) {
        Bucket bucket = buckets.computeIfAbsent(key, ignored -> full(bandwidth));
        if (buckets.size() > MOST) {
            buckets.pollFirstEntry();
        }
        return bucket;
    }

    private Bucket full(Bandwidth bandwidth) {
        return Bucket.builder()
                .addLimit(bandwidth)
                .withCustomTimePrecision(clock)
                .build();
    }
}

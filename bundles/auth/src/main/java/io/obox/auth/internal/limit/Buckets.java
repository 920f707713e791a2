package io.obox.auth.internal.limit;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;

/** Where buckets of tokens are kept, one for each key. */
@FunctionalInterface
interface Buckets {
    /** The bucket with this key; a full one where there is none. */
    Bucket of(String key, Bandwidth bandwidth);
}

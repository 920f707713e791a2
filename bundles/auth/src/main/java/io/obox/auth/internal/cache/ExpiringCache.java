package io.obox.auth.internal.cache;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Remembers loaded values for a while, a bounded number of them. What was forgotten while it was being loaded is not
 * remembered, so that nothing outlives its end. Thread-safe; values are loaded outside of any lock.
 */
public final class ExpiringCache<K, V> {
    private record Entry<V>(V value, Instant expiresAt) {}

    private final ConcurrentHashMap<K, Entry<V>> entries = new ConcurrentHashMap<>();
    private final AtomicLong forgotten = new AtomicLong();
    private final InstantSource clock;
    private final Duration ttl;
    private final int capacity;

    /** Remembers this many values for this long. */
    public ExpiringCache(InstantSource clock, Duration ttl, int capacity) {
        this.clock = clock;
        this.ttl = ttl;
        this.capacity = capacity;
    }

    /** The remembered value, or the loaded one; that there is none is not remembered. */
    public Optional<V> get(K key, Function<? super K, Optional<V>> load) {
        Instant now = clock.instant();
        Entry<V> known = entries.get(key);
        if (known != null && now.isBefore(known.expiresAt())) {
            return Optional.of(known.value());
        }
        long before = forgotten.get();
        Optional<V> loaded = load.apply(key);
        loaded.ifPresent(value -> remember(Map.of(key, value), now, before));
        return loaded;
    }

    /** The remembered values and, loaded together, those that are missing; without those that don't exist. */
    public Map<K, V> getAll(Collection<K> keys, Function<? super Set<K>, ? extends Map<K, V>> load) {
        Instant now = clock.instant();
        Map<K, V> found = new HashMap<>();
        Set<K> missing = new HashSet<>();
        for (K key : keys) {
            Entry<V> known = entries.get(key);
            if (known != null && now.isBefore(known.expiresAt())) {
                found.put(key, known.value());
            } else {
                missing.add(key);
            }
        }
        if (!missing.isEmpty()) {
            long before = forgotten.get();
            Map<K, V> loaded = load.apply(missing);
            remember(loaded, now, before);
            found.putAll(loaded);
        }
        return found;
    }

    /** Forgets one value. */
    public void forget(K key) {
        forgotten.incrementAndGet();
        entries.remove(key);
    }

    /** Forgets each such value. */
    public void forgetIf(Predicate<? super V> which) {
        forgotten.incrementAndGet();
        entries.values().removeIf(entry -> which.test(entry.value()));
    }

    private void remember(Map<K, V> values, Instant now, long before) {
        makeRoom(now, values.size());
        values.forEach((key, value) -> entries.put(key, new Entry<>(value, now.plus(ttl))));
        if (forgotten.get() != before) {
            entries.keySet().removeAll(values.keySet());
        }
    }

    private void makeRoom(Instant now, int wanted) {
        if (entries.size() + wanted > capacity) {
            entries.values().removeIf(entry -> !now.isBefore(entry.expiresAt()));
        }
        if (entries.size() + wanted > capacity) {
            entries.clear();
        }
    }
}

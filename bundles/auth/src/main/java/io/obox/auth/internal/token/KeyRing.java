package io.obox.auth.internal.token;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * The keys as they were read at one moment.
 *
 * @param keys at least one, the newest first
 * @param readAt by the clock of this node
 */
record KeyRing(List<Aged> keys, Instant readAt) {
    /** For how long a key is known before it is used: each node reads it within that time. */
    static final Duration LEAD = Duration.ofSeconds(15);

    /** A key, and how long ago it was made when it was read. */
    record Aged(SigningKey key, Duration age) {}

    /** The newest that every node knows. */
    SigningKey current(Instant now) {
        return keys.stream()
                .filter(aged -> age(aged, now).compareTo(LEAD) >= 0)
                .findFirst()
                .orElseGet(keys::getLast)
                .key();
    }

    /** All but those whose successor has been in use for longer than anything lives that they have signed. */
    List<SigningKey> verifying(Instant now, Duration longest) {
        return IntStream.range(0, keys.size())
                .filter(i -> i == 0 || age(keys.get(i - 1), now).compareTo(longest.plus(LEAD)) < 0)
                .mapToObj(i -> keys.get(i).key())
                .toList();
    }

    UUID oldest() {
        return keys.getLast().key().id();
    }

    boolean olderThan(Duration time, Instant now) {
        return Duration.between(readAt, now).compareTo(time) >= 0;
    }

    private Duration age(Aged aged, Instant now) {
        return aged.age().plus(Duration.between(readAt, now));
    }
}

package io.obox.settings.internal.store;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is set under a PID. */
public record StoredGroup(
        String pid,
        long version,
        @Nullable Instant changedAt,
        @Nullable String changedBy,
        Map<String, StoredValue> values) {
    /** Nothing yet. */
    public static StoredGroup none(String pid) {
        return new StoredGroup(pid, 0, null, null, Map.of());
    }

    /** Whether it is the same one of the same time. */
    boolean is(StoredGroup other) {
        return version == other.version;
    }
}

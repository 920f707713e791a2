package io.obox.event;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values that mean the same in every bundle and on every node: those of JSON, made of classes of the JDK. */
final class Portable {
    private Portable() {}

    /** The value as nobody can change it. */
    static @Nullable Object copy(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case String text -> text;
            case Boolean flag -> flag;
            case Number number -> number;
            case Collection<?> values -> copyOf(values);
            case Map<?, ?> values -> copyOf(values);
            default -> throw new IllegalArgumentException(value.getClass().getName() + " can't be part of an event.");
        };
    }

    private static List<@Nullable Object> copyOf(Collection<?> values) {
        List<@Nullable Object> copy = new ArrayList<>();
        values.forEach(value -> copy.add(copy(value)));
        return Collections.unmodifiableList(copy);
    }

    private static Map<String, @Nullable Object> copyOf(Map<?, ?> values) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        values.forEach((key, value) -> copy.put(String.valueOf(key), copy(value)));
        return Collections.unmodifiableMap(copy);
    }

    /** About how many characters it takes. */
    static int size(@Nullable Object value) {
        return switch (value) {
            case String text -> text.length();
            case Collection<?> values -> sizeOf(values);
            case Map<?, ?> values -> sizeOf(values.keySet()) + sizeOf(values.values());
            case null, default -> 8;
        };
    }

    private static int sizeOf(Collection<?> values) {
        int size = 0;
        for (Object value : values) {
            size += size(value);
        }
        return size;
    }
}

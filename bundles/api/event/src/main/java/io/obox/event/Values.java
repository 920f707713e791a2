package io.obox.event;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What attributes are, by their names, in the order in which they were added. Immutable, and cheap to add to. */
final class Values {
    static final Values NONE = new Values(new Object[0], 0);

    /** Each name, and the value after it. */
    private final @Nullable Object[] pairs;

    private final int size;

    private Values(@Nullable Object[] pairs, int size) {
        this.pairs = pairs;
        this.size = size;
    }

    /** About how many characters they take. */
    int size() {
        return size;
    }

    /** These with one more, or with another value for one. */
    Values with(String name, @Nullable Object value) {
        int known = place(name);
        if (known < 0) {
            @Nullable Object[] more = Arrays.copyOf(pairs, pairs.length + 2);
            more[pairs.length] = name;
            more[pairs.length + 1] = value;
            return new Values(more, size + name.length() + Portable.size(value));
        }
        @Nullable Object[] others = pairs.clone();
        others[known + 1] = value;
        return new Values(others, size - Portable.size(pairs[known + 1]) + Portable.size(value));
    }

    boolean tell(String name) {
        return place(name) >= 0;
    }

    /** Null for what they do not tell, too. */
    @Nullable
    Object get(String name) {
        int place = place(name);
        return place < 0 ? null : pairs[place + 1];
    }

    private int place(String name) {
        for (int i = 0; i < pairs.length; i += 2) {
            if (name.equals(pairs[i])) {
                return i;
            }
        }
        return -1;
    }

    Map<String, @Nullable Object> map() {
        Map<String, @Nullable Object> map = LinkedHashMap.newLinkedHashMap(pairs.length / 2);
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        return Collections.unmodifiableMap(map);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Values that && map().equals(that.map());
    }

    @Override
    public int hashCode() {
        return map().hashCode();
    }

    @Override
    public String toString() {
        return map().toString();
    }
}

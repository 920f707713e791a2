package io.obox.vm;

import io.obox.problem.FieldValues;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** In which order VMs are listed. A value. Immutable. */
public final class VmOrder {
    /** As lists are where nothing else is said. */
    public static final VmOrder NEWEST_FIRST = new VmOrder(Key.CREATED_AT, true);

    private final Key key;
    private final boolean descending;

    /** What VMs are ordered by. More may be added: a switch over it needs a default. */
    public enum Key {
        /** {@link Vm#name}. */
        NAME("name"),
        /** {@link Vm#createdAt}. */
        CREATED_AT("createdAt"),
        /** {@link Vm#state}, by its name. */
        STATE("state"),
        /** {@link VmSpec#vcpus}. */
        VCPUS("vcpus"),
        /** {@link VmSpec#memoryMib}. */
        MEMORY_MIB("memoryMib"),
        /** {@link VmSpec#diskGib}. */
        DISK_GIB("diskGib");

        private final String word;

        Key(String word) {
            this.word = word;
        }

        /** As people and programs write it. */
        public String word() {
            return word;
        }
    }

    private VmOrder(Key key, boolean descending) {
        this.key = key;
        this.descending = descending;
    }

    /** From the least to the greatest. */
    public static VmOrder ascending(Key key) {
        return new VmOrder(key, false);
    }

    /** From the greatest to the least. */
    public static VmOrder descending(Key key) {
        return new VmOrder(key, true);
    }

    /**
     * Reads what people send as {@code sort}: {@code name}, or {@code -name} for the other way round; null for the newest first.
     *
     * @throws io.obox.problem.ProblemException {@code validation}
     */
    public static VmOrder parse(@Nullable String sort) {
        if (sort == null) {
            return NEWEST_FIRST;
        }
        boolean descending = sort.startsWith("-");
        String word = descending ? sort.substring(1) : sort;
        return Arrays.stream(Key.values())
                .filter(key -> key.word.equals(word))
                .findFirst()
                .map(key -> new VmOrder(key, descending))
                .orElseThrow(() -> FieldValues.refused("/sort", OrderMessage.KEY.with(words())));
    }

    private static String words() {
        return Arrays.stream(Key.values()).map(Key::word).collect(Collectors.joining(", "));
    }

    /** What it goes by; VMs that are alike in that go by the time of their creation, in the same direction. */
    public Key key() {
        return key;
    }

    /** Whether the greatest comes first. */
    public boolean isDescending() {
        return descending;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VmOrder that && key == that.key && descending == that.descending;
    }

    @Override
    public int hashCode() {
        return key.hashCode() * 2 + (descending ? 1 : 0);
    }

    @Override
    public String toString() {
        return (descending ? "-" : "") + key.word;
    }
}

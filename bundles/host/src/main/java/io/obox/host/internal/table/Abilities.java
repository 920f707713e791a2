package io.obox.host.internal.table;

import java.util.Set;
import java.util.TreeSet;

/** The abilities of a host as they stand in its row: a line for each, in order. */
final class Abilities {
    private Abilities() {}

    static String text(Set<String> abilities) {
        return String.join("\n", new TreeSet<>(abilities));
    }

    static Set<String> set(String text) {
        return text.isEmpty() ? Set.of() : Set.of(text.split("\n", -1));
    }
}

package io.obox.shell.internal.command;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a command was given, read by its {@link Syntax}. */
public record Arguments(List<String> positions, Map<String, String> options, Set<String> flags) {
    /** Nothing. */
    static final Arguments NONE = new Arguments(List.of(), Map.of(), Set.of());

    /** What stands in a place that the syntax calls for. */
    public String needed(int place) {
        return positions.get(place);
    }

    /** What stands in a place, or null. */
    public @Nullable String at(int place) {
        return place < positions.size() ? positions.get(place) : null;
    }

    /** What stands from a place on, with blanks between the words, or null. */
    public @Nullable String rest(int place) {
        return place < positions.size() ? String.join(" ", positions.subList(place, positions.size())) : null;
    }

    /** What follows an option, or null. */
    public @Nullable String option(String name) {
        return options.get(name);
    }

    /** Whether the option was given. */
    public boolean has(String flag) {
        return flags.contains(flag);
    }
}

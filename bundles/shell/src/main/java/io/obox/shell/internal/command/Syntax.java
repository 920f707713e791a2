package io.obox.shell.internal.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a command may be given.
 *
 * @param name its name in the scope {@code obox}
 * @param summary what it does, in a few words
 * @param positions what stands in which place: {@code <needed>}, {@code [optional]}, or last {@code [any number…]}
 * @param options names of options, each with what follows it; empty for those that nothing follows
 */
public record Syntax(String name, String summary, List<String> positions, Map<String, String> options) {
    /** A command that takes nothing. */
    public static Syntax of(String name, String summary) {
        return new Syntax(name, summary, List.of(), Map.of());
    }

    /** The same with what stands in the next place. */
    public Syntax then(String position) {
        List<String> more = new ArrayList<>(positions);
        more.add(position);
        return new Syntax(name, summary, List.copyOf(more), options);
    }

    /** The same with an option that nothing follows. */
    public Syntax flag(String option) {
        return option(option, "");
    }

    /** The same with an option that a value follows. */
    public Syntax option(String option, String value) {
        Map<String, String> more = new LinkedHashMap<>(options);
        more.put(option, value);
        return new Syntax(name, summary, positions, more);
    }

    /** The line that shows how it is used. */
    public String usage() {
        String places = positions.stream().map(p -> " " + p).collect(Collectors.joining());
        String choices = options.entrySet().stream()
                .map(o -> " [--" + o.getKey() + (o.getValue().isEmpty() ? "" : " " + o.getValue()) + "]")
                .collect(Collectors.joining());
        return "obox:" + name + places + choices;
    }

    /** How it is used and what for. */
    public String help() {
        return usage() + "\n  " + summary;
    }

    /** Reads what it was given. */
    Arguments parse(List<?> words) {
        List<String> given = new ArrayList<>();
        Map<String, String> chosen = new HashMap<>();
        Set<String> flags = new HashSet<>();
        for (Iterator<?> each = words.iterator(); each.hasNext(); ) {
            String word = String.valueOf(each.next());
            if (!word.startsWith("--")) {
                given.add(word);
                continue;
            }
            int equals = word.indexOf('=');
            String option = word.substring(2, equals < 0 ? word.length() : equals);
            String value = options.get(option);
            if (value == null) {
                throw wrong("There is no option --" + option + ".");
            }
            if (value.isEmpty()) {
                flags.add(option);
            } else if (equals >= 0) {
                chosen.put(option, word.substring(equals + 1));
            } else if (each.hasNext()) {
                chosen.put(option, String.valueOf(each.next()));
            } else {
                throw wrong("After --" + option + " " + value + " is missing.");
            }
        }
        refuseWrongNumber(given.size());
        return new Arguments(given, chosen, flags);
    }

    private void refuseWrongNumber(int given) {
        long needed = positions.stream().filter(p -> p.startsWith("<")).count();
        if (given < needed) {
            throw wrong("This is missing: " + positions.get(given) + ".");
        }
        boolean open = !positions.isEmpty() && positions.getLast().endsWith("…]");
        if (given > positions.size() && !open) {
            throw wrong("That is more than the command takes.");
        }
    }

    CommandFailure wrong(String detail) {
        return new CommandFailure(detail + "\nUsage: " + usage(), CommandFailure.MISUSED);
    }
}

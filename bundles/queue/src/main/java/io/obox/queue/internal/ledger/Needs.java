package io.obox.queue.internal.ledger;

import io.obox.job.Place;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The places that a job needs, as the ledger keeps them: jobs with the same needs wait in the same lines.
 *
 * @param keys one a line, sorted; empty where any node can run the job
 * @param labels what people call them
 */
public record Needs(String keys, String labels) {
    /** Of a job that any node can run. */
    public static final Needs NONE = new Needs("", "");

    private static final String SEPARATOR = "\n";

    static Needs of(List<Place> places) {
        List<Place> sorted = places.stream()
                .distinct()
                .sorted(Comparator.comparing(Place::key))
                .toList();
        return sorted.isEmpty()
                ? NONE
                : new Needs(
                        sorted.stream().map(Place::key).collect(Collectors.joining(SEPARATOR)),
                        sorted.stream().map(Place::label).collect(Collectors.joining(SEPARATOR)));
    }

    /** Whether any node can run the job. */
    boolean none() {
        return keys.isEmpty();
    }

    /** Whether a node that reaches these places can run the job. */
    public boolean metBy(Set<String> reached) {
        return none() || reached.containsAll(list(keys));
    }

    /** What people call the places that none of these nodes reaches; all of them where no single node reaches all. */
    List<String> missing(List<Set<String>> nodes) {
        List<String> each = list(keys);
        List<String> names = list(labels);
        List<String> missing = each.stream()
                .filter(key -> nodes.stream().noneMatch(reached -> reached.contains(key)))
                .map(key -> names.get(each.indexOf(key)))
                .toList();
        return missing.isEmpty() ? names : missing;
    }

    private static List<String> list(String lines) {
        return List.of(lines.split(SEPARATOR, -1));
    }
}

package io.obox.queue.internal.ledger;

import java.util.Map;
import java.util.Set;

/**
 * What a worker can do at the moment.
 *
 * @param kinds the kinds of job that it has a handler for, with how many attempts each handler wants
 * @param places keys of the places that its node reaches
 */
public record Capability(Map<String, Integer> kinds, Set<String> places) {
    /** Of a worker that takes no jobs. */
    public static final Capability NONE = new Capability(Map.of(), Set.of());

    /** Whether there is no job at all that it can do. */
    public boolean none() {
        return kinds.isEmpty();
    }

    String[] kindNames() {
        return kinds.keySet().toArray(String[]::new);
    }

    Integer[] kindAttempts() {
        return kinds.values().toArray(Integer[]::new);
    }

    String[] placeKeys() {
        return places.toArray(String[]::new);
    }
}

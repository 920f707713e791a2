package io.obox.web.internal.health;

import java.util.List;

/**
 * Whether this node can serve.
 *
 * @param status {@code READY} or {@code NOT_READY}
 * @param missing what it lacks
 */
record Readiness(String status, List<Missing> missing) {
    /**
     * Something that keeps the node from serving.
     *
     * @param name of the check
     * @param detail what it says
     */
    record Missing(String name, String detail) {}

    private static final String UNTOLD =
            "Not healthy. Administrators, and anyone who asks on the machine itself, see the details.";

    static Readiness of(List<Missing> missing) {
        return new Readiness(missing.isEmpty() ? "READY" : "NOT_READY", missing);
    }

    /** As others may know it who have no business with the inside of a node: addresses and the like are left out. */
    Readiness outline() {
        return new Readiness(
                status,
                missing.stream()
                        .map(Missing::name)
                        .distinct()
                        .map(name -> new Missing(name, UNTOLD))
                        .toList());
    }

    boolean isReady() {
        return missing.isEmpty();
    }
}

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

    static Readiness of(List<Missing> missing) {
        return new Readiness(missing.isEmpty() ? "READY" : "NOT_READY", missing);
    }

    boolean isReady() {
        return missing.isEmpty();
    }
}

package io.obox.platform.internal.step;

import java.time.Duration;

/**
 * How long each step may take.
 *
 * @param prepare installing, tables and entities
 * @param start starting, and being whole after it
 * @param drain what still runs in a version that is to go
 * @param remove stopping and uninstalling it
 */
public record Graces(Duration prepare, Duration start, Duration drain, Duration remove) {
    /** Those by which a new version has so long to be whole, and half of that to go. */
    public static Graces withStart(Duration start) {
        return new Graces(Duration.ofSeconds(60), start, Duration.ofSeconds(15), start.dividedBy(2));
    }
}

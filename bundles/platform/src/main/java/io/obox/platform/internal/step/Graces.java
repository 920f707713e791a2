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
    /** As they are where nobody says otherwise. */
    public static final Graces DEFAULT =
            new Graces(Duration.ofSeconds(60), Duration.ofSeconds(30), Duration.ofSeconds(15), Duration.ofSeconds(15));
}

package io.obox.platform.internal.step;

import java.time.Duration;

/**
 * How long each step may take.
 *
 * @param prepare installing, tables and entities
 * @param start starting, and being whole after it
 * @param drain what still runs in a version that is to go
 * @param stop stopping a version that nobody has used
 * @param inside calls that are inside a version which has been stopped because it failed
 * @param remove stopping and uninstalling one that was in use: those who use it let go of it meanwhile, one after the other
 */
public record Graces(
        Duration prepare, Duration start, Duration drain, Duration stop, Duration inside, Duration remove) {
    private static final Duration LEAST_START = Duration.ofSeconds(4);

    /** Those by which a new version has so long to be whole, but no less than four seconds. */
    public static Graces withStart(Duration asked) {
        Duration start = asked.compareTo(LEAST_START) < 0 ? LEAST_START : asked;
        return new Graces(
                Duration.ofSeconds(60),
                start,
                Duration.ofSeconds(15),
                start.dividedBy(2),
                Duration.ofSeconds(3),
                Duration.ofSeconds(45));
    }
}

package io.obox.http.internal;

import java.time.Duration;

/**
 * How slow a client may be.
 *
 * @param headers the time in which those of a request have to come, once they have begun
 * @param grace the time for which a body may keep OBox waiting whatever it brings
 * @param answers the time by which a client may be late with taking what it is sent; longer, since the system takes much of
 *     it before it says so
 * @param bytesPerSecond what a body has to bring on the average after that, and what has to be taken of answers
 */
record Patience(Duration headers, Duration grace, Duration answers, int bytesPerSecond) {
    private static final int ANSWERS = 3;

    /** With as much grace for bodies as headers have time, and more for answers. */
    static Patience of(int headerSeconds, int bytesPerSecond) {
        Duration headers = Duration.ofSeconds(headerSeconds);
        return new Patience(headers, headers, headers.multipliedBy(ANSWERS), bytesPerSecond);
    }

    /** Whether a body has brought too little for the time in which it was waited for. */
    boolean isOver(long bytes, Duration waited) {
        return waited.compareTo(grace) > 0 && bytes < bytesPerSecond * waited.toSeconds();
    }

    /** The time that so many bytes may take. */
    Duration timeFor(long bytes) {
        return Duration.ofSeconds(1).multipliedBy(bytes).dividedBy(bytesPerSecond);
    }
}

package io.obox.http.internal;

import java.time.Duration;

/**
 * How slow a client may be.
 *
 * @param headers the time in which those of a request have to come, once they have begun
 * @param grace the time for which a body may keep OBox waiting whatever it brings
 * @param bytesPerSecond what it has to bring on the average after that
 */
record Patience(Duration headers, Duration grace, int bytesPerSecond) {
    /** With as much grace for bodies as headers have time. */
    static Patience of(int headerSeconds, int bytesPerSecond) {
        Duration headers = Duration.ofSeconds(headerSeconds);
        return new Patience(headers, headers, bytesPerSecond);
    }

    /** Whether a body has brought too little for the time in which it was waited for. */
    boolean isOver(long bytes, Duration waited) {
        return waited.compareTo(grace) > 0 && bytes < bytesPerSecond * waited.toSeconds();
    }
}

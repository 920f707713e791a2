package io.obox.shell.internal.output;

import java.time.Duration;
import java.time.Instant;

/** How long ago something was, in the largest unit that says enough. */
public final class Age {
    private Age() {}

    /** Such as {@code 42s}, {@code 5m}, {@code 3h} or {@code 12d}. */
    public static String of(Instant then, Instant now) {
        Duration age = Duration.between(then, now);
        if (age.isNegative()) {
            return "0s";
        }
        if (age.toMinutes() < 1) {
            return age.toSeconds() + "s";
        }
        if (age.toHours() < 1) {
            return age.toMinutes() + "m";
        }
        return age.toDays() < 1 ? age.toHours() + "h" : age.toDays() + "d";
    }

    /** The same up to this moment. */
    public static String of(Instant then) {
        return of(then, Instant.now());
    }
}

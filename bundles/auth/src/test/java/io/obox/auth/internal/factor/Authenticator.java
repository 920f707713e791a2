package io.obox.auth.internal.factor;

import io.obox.auth.internal.ManualClock;
import java.io.ByteArrayOutputStream;

/** What people have on their phones. */
public final class Authenticator {
    private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final byte[] secret;
    private final ManualClock clock;

    /** Which was given this secret. */
    public Authenticator(String base32, ManualClock clock) {
        this.secret = decoded(base32);
        this.clock = clock;
    }

    private static byte[] decoded(String base32) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int held = 0;
        int bits = 0;
        for (char digit : base32.toCharArray()) {
            held = held << 5 | DIGITS.indexOf(digit);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.write(held >>> bits & 0xff);
            }
        }
        return bytes.toByteArray();
    }

    /** The code that it shows now. */
    public String code() {
        return Totp.code(secret, Totp.step(clock.instant()));
    }

    /** The code that it shows as many steps later, or earlier. */
    public String code(int later) {
        return Totp.code(secret, Totp.step(clock.instant()) + later);
    }
}

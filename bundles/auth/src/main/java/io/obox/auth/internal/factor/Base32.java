package io.obox.auth.internal.factor;

/** The letters and digits of RFC 4648, 6, without padding, as authenticators take secrets. */
final class Base32 {
    private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;
    private static final int MASK = (1 << BITS) - 1;

    private Base32() {}

    /** Of a multiple of five bytes. */
    static String of(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int held = 0;
        int bits = 0;
        for (byte next : bytes) {
            held = held << Byte.SIZE | next & 0xff;
            for (bits += Byte.SIZE; bits >= BITS; bits -= BITS) {
                text.append(DIGITS.charAt(held >>> bits - BITS & MASK));
            }
        }
        return text.toString();
    }
}

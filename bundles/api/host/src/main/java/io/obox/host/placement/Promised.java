package io.obox.host.placement;

import io.obox.host.Capacity;

/**
 * What guests of one host have been promised.
 *
 * @param guests how many they are
 * @param parts what their parts add up to
 */
public record Promised(int guests, Capacity parts) {
    /** Of a host without guests. */
    public static final Promised NONE = new Promised(0, Capacity.NONE);
}

package io.obox.settings.internal.store;

import org.jspecify.annotations.Nullable;

/**
 * What a setting is set to: one of the two.
 *
 * @param text as components are given it
 * @param sealed a secret, encrypted
 */
public record StoredValue(@Nullable String text, byte @Nullable [] sealed) {
    /** For everybody to read. */
    public static StoredValue open(String text) {
        return new StoredValue(text, null);
    }

    /** For nobody to read. */
    public static StoredValue sealed(byte[] sealed) {
        return new StoredValue(null, sealed);
    }
}

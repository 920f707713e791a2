package io.obox.vm;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which VMs are wanted; null does not limit.
 *
 * @param text part of the name, of any case
 */
public record VmFilter(
        @Nullable VmState state,
        @Nullable String tag,
        @Nullable String text,
        @Nullable UUID ownerId,
        @Nullable UUID hostId) {
    /** All of them. */
    public static final VmFilter ANY = new VmFilter(null, null, null, null, null);
}

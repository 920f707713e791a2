package io.obox.vm.internal.vms;

import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which VM a job is to take away, and how. Only one that has never been in the bin has its id where a version from before there was a
 * bin looks for it: that would take away what is to be kept, and give back more than one in the bin has.
 *
 * @param vmId of a VM that goes for good
 * @param keptId of one that goes into the bin
 * @param offId of one in the bin whose guest is on
 * @param binnedId of one that goes from the bin for good
 */
public record DeleteArgs(
        @Nullable UUID vmId,
        @Nullable UUID keptId,
        @Nullable UUID offId,
        @Nullable UUID binnedId) {

    /** What becomes of the VM. */
    public enum Way {
        /** It goes for good. */
        FOR_GOOD,
        /** It goes into the bin. */
        INTO_BIN,
        /** It stays in the bin, and its guest is turned off once more. */
        OFF_IN_BIN,
        /** It goes from the bin for good. */
        OUT_OF_BIN
    }

    /** For a VM that is not in the bin. */
    public static DeleteArgs forGood(UUID id) {
        return new DeleteArgs(id, null, null, null);
    }

    /** For one that is to be kept. */
    public static DeleteArgs intoBin(UUID id) {
        return new DeleteArgs(null, id, null, null);
    }

    /** For one in the bin, which stays there. */
    public static DeleteArgs offInBin(UUID id) {
        return new DeleteArgs(null, null, id, null);
    }

    /** For one in the bin. */
    public static DeleteArgs outOfBin(UUID id) {
        return new DeleteArgs(null, null, null, id);
    }

    /** Which VM it is. */
    public UUID id() {
        return Stream.of(keptId, offId, binnedId)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> Objects.requireNonNull(vmId));
    }

    /** What becomes of it. */
    public Way way() {
        if (keptId != null) {
            return Way.INTO_BIN;
        }
        if (offId != null) {
            return Way.OFF_IN_BIN;
        }
        return binnedId == null ? Way.FOR_GOOD : Way.OUT_OF_BIN;
    }
}

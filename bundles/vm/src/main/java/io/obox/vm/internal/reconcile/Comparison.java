package io.obox.vm.internal.reconcile;

import io.obox.provisioner.spi.Observation;
import io.obox.vm.VmState;
import io.obox.vm.internal.vms.GuestStates;
import io.obox.vm.internal.vms.KnownGuest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where the rows of a host's VMs and what the host shows differ. */
final class Comparison {
    /** Some hypervisors can only estimate when a guest was started. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    private Comparison() {}

    /**
     * A VM whose row is no longer true.
     *
     * @param seen its guest, or null if the host has none
     */
    record Difference(
            KnownGuest known, VmState state, @Nullable Observation seen) {}

    static List<Difference> differences(List<KnownGuest> known, List<Observation> observations) {
        Map<UUID, Observation> seen = new HashMap<>();
        observations.forEach(observation -> seen.put(observation.vmId(), observation));
        return known.stream()
                .flatMap(knownGuest -> Stream.ofNullable(difference(knownGuest, seen.get(knownGuest.id()))))
                .toList();
    }

    private static @Nullable Difference difference(KnownGuest known, @Nullable Observation seen) {
        if (seen == null) {
            return known.state() == VmState.LOST ? null : new Difference(known, VmState.LOST, null);
        }
        VmState state = GuestStates.of(seen.state());
        boolean same = known.state() == state
                && known.addresses().equals(seen.addresses())
                && near(known.startedAt(), seen.startedAt());
        return same ? null : new Difference(known, state, seen);
    }

    private static boolean near(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return Duration.between(one, other).abs().compareTo(TOLERANCE) < 0;
    }
}

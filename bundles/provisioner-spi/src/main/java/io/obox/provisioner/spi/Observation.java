package io.obox.provisioner.spi;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A guest as the hypervisor shows it.
 *
 * @param addresses IP addresses that it got in this boot; empty before
 * @param startedAt when this boot began, or null if it is off or the hypervisor can't tell
 */
public record Observation(
        UUID vmId,
        GuestState state,
        List<String> addresses,
        @Nullable Instant startedAt) {
    /** Copies the list. */
    public Observation {
        addresses = List.copyOf(addresses);
    }
}

package io.obox.vm;

import java.util.Map;

/**
 * How many VMs there are.
 *
 * @param total of those that were asked for
 * @param states the same for each state, as if nothing had been asked for of the state; states that no VM is in are left out
 */
public record VmCounts(long total, Map<VmState, Long> states) {
    /** Copies the map. */
    public VmCounts {
        states = Map.copyOf(states);
    }
}

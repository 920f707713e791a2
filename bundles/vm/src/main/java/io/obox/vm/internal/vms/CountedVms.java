package io.obox.vm.internal.vms;

import io.obox.vm.VmCounts;
import io.obox.vm.VmState;
import java.util.Map;

/** What was counted. */
record CountedVms(long total, Map<VmState, Long> states) implements VmCounts {
    /** Copies the map. */
    CountedVms {
        states = Map.copyOf(states);
    }
}

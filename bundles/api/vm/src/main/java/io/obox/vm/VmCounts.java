package io.obox.vm;

import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/** How many VMs there are, as it was when it was asked for. Immutable. */
@ProviderType
public interface VmCounts {
    /** Of those that were asked for. */
    long total();

    /** The same for each state, as if nothing had been asked for of the state; states that no VM is in are left out. */
    Map<VmState, Long> states();
}

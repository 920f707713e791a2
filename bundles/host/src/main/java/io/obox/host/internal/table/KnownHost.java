package io.obox.host.internal.table;

import com.fasterxml.jackson.annotation.JsonValue;
import io.obox.host.Capacity;
import io.obox.host.Host;
import io.obox.host.HostState;
import java.util.Set;
import java.util.UUID;

/** A host of the table. */
record KnownHost(
        UUID id,
        String name,
        String uri,
        String backend,
        HostState state,
        Capacity total,
        Capacity used,
        Set<String> capabilities,
        boolean accelerated,
        int vms,
        long version)
        implements Host {
    /** Copies the set. */
    KnownHost {
        capabilities = Set.copyOf(capabilities);
    }

    /** As users may know it: the way to the hypervisor is the administrators' affair. */
    static Host outline(Host host) {
        return new KnownHost(
                host.id(),
                host.name(),
                "",
                host.backend(),
                host.state(),
                host.total(),
                host.used(),
                host.capabilities(),
                host.accelerated(),
                host.vms(),
                host.version());
    }

    /** As it is written, wherever it is. */
    @JsonValue
    HostDocument document() {
        return HostDocument.of(this);
    }
}

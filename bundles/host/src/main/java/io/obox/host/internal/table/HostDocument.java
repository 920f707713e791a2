package io.obox.host.internal.table;

import io.obox.host.Capacity;
import io.obox.host.Host;
import io.obox.host.HostState;
import io.obox.version.Versioned;
import java.util.List;
import java.util.UUID;

/**
 * A host as REST shows it. The members are those of {@link Host}.
 *
 * @param cpus its processors
 * @param memoryMib its memory in MiB
 * @param storageGib its storage in GiB
 * @param capabilities sorted
 */
public record HostDocument(
        UUID id,
        String name,
        String uri,
        String backend,
        HostState state,
        int cpus,
        long memoryMib,
        long storageGib,
        Capacity used,
        List<String> capabilities,
        boolean accelerated,
        int vms,
        long version)
        implements Versioned {

    /** The document of a host. */
    public static HostDocument of(Host host) {
        return new HostDocument(
                host.id(),
                host.name(),
                host.uri(),
                host.backend(),
                host.state(),
                host.total().vcpus(),
                host.total().memoryMib(),
                host.total().diskGib(),
                host.used(),
                host.capabilities().stream().sorted().toList(),
                host.accelerated(),
                host.vms(),
                host.version());
    }
}

package io.obox.host.internal.table;

import io.obox.host.Capacity;
import io.obox.host.Host;
import io.obox.host.HostState;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A row of {@code host}. Only read; it is written by statements that say whether they met the row as they thought it. */
@Entity
@Table(name = "host")
public class HostEntity {
    @Id
    private UUID id;

    private String name;

    private String backend;

    private String uri;

    @Enumerated(EnumType.STRING)
    private HostState state;

    private int cpus;

    @Column(name = "memory_mib")
    private long memoryMib;

    @Column(name = "storage_gib")
    private long storageGib;

    private boolean accelerated;

    private String abilities;

    @Column(name = "used_vcpus")
    private int usedVcpus;

    @Column(name = "used_memory_mib")
    private long usedMemoryMib;

    @Column(name = "used_disk_gib")
    private long usedDiskGib;

    private int vms;

    private long version;

    /** For JPA. */
    protected HostEntity() {}

    Host toHost() {
        return new KnownHost(
                id,
                name,
                uri,
                backend,
                state,
                new Capacity(cpus, memoryMib, storageGib),
                new Capacity(usedVcpus, usedMemoryMib, usedDiskGib),
                Abilities.set(abilities),
                accelerated,
                vms,
                version);
    }
}

package io.obox.vm.internal.vms;

import io.obox.vm.DesiredPower;
import io.obox.vm.Disk;
import io.obox.vm.NetworkInterface;
import io.obox.vm.VmSpec;
import io.obox.vm.VmState;
import io.obox.vm.internal.store.ProblemText;
import io.obox.vm.internal.store.TextList;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code vm}. Only read; it is written by statements that say whether they met the row as they thought it. */
@Entity
@Table(name = "vm")
public class VmEntity {
    @Id
    private UUID id;

    @Column(name = "owner_id")
    private UUID ownerId;

    private String name;

    @Column(name = "image_id")
    private UUID imageId;

    @Column(name = "host_id")
    private @Nullable UUID hostId;

    private int vcpus;

    @Column(name = "memory_mib")
    private int memoryMib;

    @Column(name = "disk_gib")
    private int diskGib;

    private String network;

    @Column(name = "ssh_keys")
    @Convert(converter = TextList.class)
    private List<String> sshKeys;

    @Column(name = "user_data")
    private @Nullable String userData;

    @Convert(converter = TextList.class)
    private List<String> tags;

    private boolean autostart;

    @Enumerated(EnumType.STRING)
    @Column(name = "desired_power")
    private DesiredPower desiredPower;

    @Enumerated(EnumType.STRING)
    private VmState state;

    @Convert(converter = TextList.class)
    private List<String> addresses;

    private @Nullable String problem;

    @Column(name = "protected")
    private boolean isProtected;

    @Column(name = "recreated")
    private boolean isRecreated;

    @Column(name = "former_name")
    private @Nullable String formerName;

    @Column(name = "deleted_at")
    private @Nullable Instant deletedAt;

    @Column(name = "expires_at")
    private @Nullable Instant expiresAt;

    @Column(name = "purging")
    private boolean isPurging;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "started_at")
    private @Nullable Instant startedAt;

    private long version;

    /** For JPA. */
    protected VmEntity() {}

    VmRow toRow() {
        return new VmRow(
                id,
                ownerId,
                formerName == null ? name : formerName,
                hostId,
                VmSpec.builder(imageId, vcpus, memoryMib, Disk.of(diskGib))
                        .interfaces(List.of(NetworkInterface.in(network)))
                        .sshKeys(sshKeys)
                        .userData(userData)
                        .autostart(autostart)
                        .build(),
                tags,
                desiredPower,
                state,
                addresses,
                ProblemText.read(problem),
                isProtected,
                isRecreated,
                deletedAt == null || expiresAt == null ? null : new InBin(deletedAt, expiresAt, isPurging),
                createdAt,
                startedAt,
                version);
    }
}

package io.obox.auth.internal.key;

import io.obox.user.SshPublicKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A row of {@code ssh_key}. Never changes. */
@Entity
@Table(name = "ssh_key")
public class SshKeyEntity {
    @Id
    private UUID id;

    @Column(name = "account_id")
    private UUID accountId;

    private String name;

    @Column(name = "public_key")
    private String publicKey;

    private String fingerprint;

    @Column(name = "created_at")
    private Instant createdAt;

    /** For JPA. */
    protected SshKeyEntity() {}

    static SshKeyEntity of(UUID id, UUID accountId, String name, SshPublicKey key, Instant now) {
        SshKeyEntity entity = new SshKeyEntity();
        entity.id = id;
        entity.accountId = accountId;
        entity.name = name;
        entity.publicKey = key.line();
        entity.fingerprint = key.fingerprint();
        entity.createdAt = now;
        return entity;
    }

    UUID accountId() {
        return accountId;
    }

    SshKeyDocument toDocument() {
        String type = publicKey.substring(0, publicKey.indexOf(' '));
        return new SshKeyDocument(id, name, type, fingerprint, publicKey, createdAt);
    }
}

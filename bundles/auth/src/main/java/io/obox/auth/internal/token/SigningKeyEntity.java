package io.obox.auth.internal.token;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A row of {@code signing_key}. */
@Entity
@Table(name = "signing_key")
public class SigningKeyEntity {
    @Id
    private UUID id;

    private byte[] secret;

    @Column(name = "created_at")
    private Instant createdAt;

    /** For JPA. */
    protected SigningKeyEntity() {}

    static SigningKeyEntity of(SigningKey key, Instant createdAt) {
        SigningKeyEntity entity = new SigningKeyEntity();
        entity.id = key.id();
        entity.secret = key.secret();
        entity.createdAt = createdAt;
        return entity;
    }

    SigningKey toSigningKey() {
        return new SigningKey(id, secret);
    }
}

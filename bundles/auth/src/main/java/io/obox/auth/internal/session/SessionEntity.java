package io.obox.auth.internal.session;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code session}. */
@Entity
@Table(name = "session")
public class SessionEntity {
    @Id
    private UUID id;

    @Column(name = "account_id")
    private UUID accountId;

    @Column(name = "refresh_hash")
    private byte[] refreshHash;

    @Column(name = "previous_hash")
    private byte @Nullable [] previousHash;

    @Column(name = "rotated_at")
    private Instant rotatedAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "user_agent")
    private String userAgent;

    private String address;

    /** For JPA. */
    protected SessionEntity() {}
}

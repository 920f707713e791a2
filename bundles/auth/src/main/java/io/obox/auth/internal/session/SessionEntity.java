package io.obox.auth.internal.session;

import io.obox.auth.internal.token.RefreshToken;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code session}. */
@Entity
@Table(name = "session")
public class SessionEntity {
    /** How long the last token may come again, from a second tab or because its answer was lost. */
    static final Duration GRACE = Duration.ofSeconds(20);

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

    @Column(name = "factor_at")
    private @Nullable Instant factorAt;

    @Column(name = "confirmed_at")
    private @Nullable Instant confirmedAt;

    /** For JPA. */
    protected SessionEntity() {}

    static SessionEntity open(RefreshToken first, UUID accountId, Client client, Instant now, SessionTerms terms) {
        SessionEntity entity = new SessionEntity();
        entity.id = first.sessionId();
        entity.accountId = accountId;
        entity.refreshHash = first.hash();
        entity.createdAt = now;
        entity.used(now, terms);
        entity.userAgent = client.userAgent();
        entity.address = client.address();
        // whoever opens one has just shown who they are
        entity.confirmedAt = now;
        return entity;
    }

    /**
     * Exchanges a token for the next.
     *
     * @param candidates what may have come of it when it came before
     * @return the next, or empty if it was used before and is out of the grace: somebody else has a copy
     */
    Optional<RefreshToken> renew(
            RefreshToken presented, RefreshToken next, List<RefreshToken> candidates, Instant now, SessionTerms terms) {
        byte[] hash = presented.hash();
        if (MessageDigest.isEqual(hash, refreshHash)) {
            previousHash = hash;
            refreshHash = next.hash();
            used(now, terms);
            return Optional.of(next);
        }
        boolean again = MessageDigest.isEqual(hash, previousHash) && now.isBefore(rotatedAt.plus(GRACE));
        return candidates.stream()
                .filter(candidate -> again && MessageDigest.isEqual(candidate.hash(), refreshHash))
                .findFirst();
    }

    /** The second factor was shown for it. */
    void showFactor() {
        factorAt = createdAt;
    }

    private void used(Instant now, SessionTerms terms) {
        Instant whole = createdAt.plus(terms.whole());
        Instant unused = now.plus(terms.unused());
        rotatedAt = now;
        expiresAt = unused.isBefore(whole) ? unused : whole;
    }

    boolean expired(Instant now, SessionTerms terms) {
        return !now.isBefore(expiresAt) || !now.isBefore(createdAt.plus(terms.whole()));
    }

    UUID id() {
        return id;
    }

    UUID accountId() {
        return accountId;
    }

    Session toSession(@Nullable UUID current) {
        return new Session(id, createdAt, rotatedAt, expiresAt, userAgent, address, id.equals(current));
    }
}

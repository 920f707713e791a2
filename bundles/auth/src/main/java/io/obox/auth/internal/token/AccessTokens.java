package io.obox.auth.internal.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.obox.auth.internal.AuthSettings;
import io.obox.auth.internal.cache.ExpiringCache;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Access tokens: JWTs that name a session and nothing else, so that no claim can be out of date. Only HS256 under a key of
 * ours is believed. What was verified is remembered by its hash.
 */
@Component(
        service = AccessTokens.class,
        configurationPid = {AuthSettings.PID, "$"})
public final class AccessTokens {
    private static final String ISSUER = "obox";
    /** Those of before had none: a key of ours is for nothing else. */
    private static final String AUDIENCE = "obox-api";

    private static final String SESSION = "sid";
    /** By how much the clocks of two nodes may differ. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private static final int MAX_LENGTH = 2048;

    private final SigningKeys keys;
    private final InstantSource clock;
    private final Duration lifetime;
    private final ExpiringCache<ByteBuffer, Verified> verified;

    /** A token, and the key that it was signed with. */
    private record Verified(AccessToken token, SigningKey key) {}

    /** With the configured lifetime. */
    @Activate
    public AccessTokens(@Reference SigningKeys keys, AuthSettings settings) {
        this(keys, Duration.ofMinutes(settings.accessMinutes()), InstantSource.system());
    }

    /** With a clock of one's own. */
    public AccessTokens(SigningKeys keys, Duration lifetime, InstantSource clock) {
        this.keys = keys;
        this.lifetime = lifetime;
        this.clock = clock;
        this.verified = new ExpiringCache<>(clock, lifetime, 20_000);
    }

    /** How long a token is good. */
    public Duration lifetime() {
        return lifetime;
    }

    /** A new token for the session. */
    public String issue(UUID sessionId) {
        SigningKey key = keys.current();
        Instant now = clock.instant();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .claim(SESSION, sessionId.toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(lifetime)))
                .build();
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                .keyID(key.id().toString())
                .build();
        try {
            SignedJWT jwt = new SignedJWT(header, claims);
            jwt.sign(new MACSigner(key.secret()));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("An access token could not be signed.", e);
        }
    }

    /** What the token says, or empty where it is not one of ours or has expired. */
    public Optional<AccessToken> verify(String token) {
        if (token.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        ByteBuffer hash = ByteBuffer.wrap(Sha256.of(token.getBytes(StandardCharsets.UTF_8)));
        List<SigningKey> good = keys.verifying(lifetime);
        return verified.get(hash, ignored -> read(token, good))
                .filter(known -> good.contains(known.key()))
                .map(Verified::token)
                .filter(known -> clock.instant().isBefore(known.expiresAt()));
    }

    private Optional<Verified> read(String token, List<SigningKey> known) {
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            JWSHeader header = jwt.getHeader();
            Optional<SigningKey> key = known.stream()
                    .filter(each -> each.id().toString().equals(header.getKeyID()))
                    .findFirst();
            if (!JWSAlgorithm.HS256.equals(header.getAlgorithm())
                    || key.isEmpty()
                    || !jwt.verify(new MACVerifier(key.get().secret()))) {
                return Optional.empty();
            }
            return claimed(jwt.getJWTClaimsSet()).map(claimed -> new Verified(claimed, key.get()));
        } catch (ParseException | JOSEException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<AccessToken> claimed(JWTClaimsSet claims) throws ParseException {
        String session = claims.getStringClaim(SESSION);
        Date expiry = claims.getExpirationTime();
        if (!ISSUER.equals(claims.getIssuer()) || session == null || expiry == null || !isForHereAndNow(claims)) {
            return Optional.empty();
        }
        return Optional.of(new AccessToken(UUID.fromString(session), expiry.toInstant()));
    }

    private boolean isForHereAndNow(JWTClaimsSet claims) {
        Instant latest = clock.instant().plus(SKEW);
        return Stream.of(claims.getIssueTime(), claims.getNotBeforeTime())
                        .filter(Objects::nonNull)
                        .noneMatch(begin -> begin.toInstant().isAfter(latest))
                && (claims.getAudience().isEmpty() || claims.getAudience().contains(AUDIENCE));
    }
}

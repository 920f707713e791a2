package io.obox.auth.internal.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.obox.auth.internal.ManualClock;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AccessTokensTest {
    private static final UUID SESSION = UUID.fromString("0198f6e2-0000-7000-8000-000000000001");
    private static final Duration LIFETIME = Duration.ofMinutes(10);

    private final ManualClock clock = new ManualClock();
    private final SigningKey key = SigningKey.random();
    private final AccessTokens tokens = tokens(key);

    private AccessTokens tokens(SigningKey signingKey) {
        return new AccessTokens(() -> signingKey, LIFETIME, clock);
    }

    private JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer("obox")
                .claim("sid", SESSION.toString())
                .expirationTime(Date.from(clock.instant().plus(LIFETIME)));
    }

    private String signed(JWSAlgorithm algorithm, String kid, byte[] secret, JWTClaimsSet claims) throws JOSEException {
        SignedJWT jwt =
                new SignedJWT(new JWSHeader.Builder(algorithm).keyID(kid).build(), claims);
        jwt.sign(new MACSigner(secret));
        return jwt.serialize();
    }

    @Test
    void aTokenNamesTheSessionThatItWasIssuedFor() {
        assertThat(tokens.verify(tokens.issue(SESSION)))
                .map(AccessToken::sessionId)
                .contains(SESSION);
    }

    @Test
    void aTokenExpiresAlsoWhenItIsRemembered() {
        String token = tokens.issue(SESSION);
        clock.pass(LIFETIME.minusSeconds(1));
        assertThat(tokens.verify(token)).isPresent();
        clock.pass(Duration.ofSeconds(1));
        assertThat(tokens.verify(token)).isEmpty();
        assertThat(tokens(key).verify(token)).isEmpty();
    }

    @Test
    void aTokenOfAnotherKeyIsNotBelieved() throws Exception {
        assertThat(tokens(SigningKey.random()).verify(tokens.issue(SESSION))).isEmpty();
        String sameName = signed(
                JWSAlgorithm.HS256, key.id().toString(), SigningKey.random().secret(), claims().build());
        assertThat(tokens.verify(sameName)).isEmpty();
    }

    /** The key is long enough for each algorithm, and is the right one: only the algorithm is wrong. */
    @Test
    void anotherAlgorithmIsNotBelieved() throws Exception {
        byte[] secret = new byte[64];
        new SecureRandom().nextBytes(secret);
        SigningKey longKey = new SigningKey(UUID.randomUUID(), secret);
        String name = longKey.id().toString();
        AccessTokens believing = tokens(longKey);
        assertThat(believing.verify(signed(JWSAlgorithm.HS256, name, secret, claims().build())))
                .isPresent();
        for (JWSAlgorithm other : List.of(JWSAlgorithm.HS384, JWSAlgorithm.HS512)) {
            assertThat(believing.verify(signed(other, name, secret, claims().build())))
                    .as(other.getName())
                    .isEmpty();
        }
        assertThat(believing.verify(new PlainJWT(claims().build()).serialize())).isEmpty();
    }

    @Test
    void aTokenWhoseSignatureWasTakenAwayIsNotBelieved() {
        String[] parts = tokens.issue(SESSION).split("\\.");
        String none = Base64URL.encode("{\"alg\":\"none\",\"kid\":\"" + key.id() + "\"}") + "." + parts[1] + ".";
        assertThat(tokens.verify(none)).isEmpty();
        assertThat(tokens.verify(parts[0] + "." + parts[1] + ".")).isEmpty();
    }

    @Test
    void aTokenThatLacksSomethingIsNotBelieved() throws Exception {
        String name = key.id().toString();
        byte[] secret = key.secret();
        JWTClaimsSet whole = claims().build();
        assertThat(tokens.verify(signed(JWSAlgorithm.HS256, name, secret, whole)))
                .isPresent();
        for (JWTClaimsSet claims : new JWTClaimsSet[] {
            claims().expirationTime(null).build(),
            claims().issuer("somebody else").build(),
            claims().claim("sid", null).build(),
            claims().claim("sid", "not a uuid").build()
        }) {
            assertThat(tokens.verify(signed(JWSAlgorithm.HS256, name, secret, claims)))
                    .isEmpty();
        }
    }

    /** Clocks of nodes differ, but not by ten minutes. */
    @Test
    void aTokenOfTheFutureOrForSomebodyElseIsNotBelieved() throws Exception {
        Date soon = Date.from(clock.instant().plus(Duration.ofMinutes(10)));
        for (JWTClaimsSet claims : new JWTClaimsSet[] {
            claims().notBeforeTime(soon).build(),
            claims().issueTime(soon).build(),
            claims().audience("another-api").build()
        }) {
            assertThat(tokens.verify(signed(JWSAlgorithm.HS256, key.id().toString(), key.secret(), claims)))
                    .as(claims.toString())
                    .isEmpty();
        }
        assertThat(tokens.verify(signed(
                        JWSAlgorithm.HS256,
                        key.id().toString(),
                        key.secret(),
                        claims().audience("obox-api").build())))
                .isPresent();
    }

    @Test
    void whatIsNoTokenIsNotBelieved() {
        String token = tokens.issue(SESSION);
        assertThat(tokens.verify("")).isEmpty();
        assertThat(tokens.verify("a.b.c")).isEmpty();
        assertThat(tokens.verify(token.substring(1))).isEmpty();
        assertThat(tokens.verify(token + "x".repeat(5000))).isEmpty();
    }
}

package io.obox.auth.internal.token;

import static io.obox.auth.internal.AuthKit.BROWSER;
import static io.obox.auth.internal.AuthKit.PASSWORD;
import static io.obox.auth.internal.Problems.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.obox.auth.internal.AuthKit;
import io.obox.auth.internal.login.Login;
import io.obox.user.Caller;
import io.obox.user.Role;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeyRotationTest {
    private final AuthKit kit = new AuthKit();
    private final AuthKit other = kit.anotherNode();
    private final Caller admin = caller("admin@example.org", Role.ADMIN);

    private Caller caller(String email, Role role) {
        kit.account(email, role);
        return kit.authenticator.authenticate(login(email).accessToken());
    }

    private Login login(String email) {
        return kit.login(email, PASSWORD, BROWSER);
    }

    @BeforeEach
    void readTheKeyOnBothNodes() {
        assertThat(other.keys.current().id()).isEqualTo(kit.keys.current().id());
    }

    @AfterEach
    void leaveOneKey() {
        kit.transactions.sql(connection -> connection.createStatement().executeUpdate("delete from signing_key"));
    }

    /** For both nodes, and for the database, by whose time keys age. */
    private void pass(Duration time) {
        kit.clock.pass(time);
        other.clock.pass(time);
        age(time);
    }

    /** In the database; the nodes read it at the next occasion. */
    private void age(Duration time) {
        kit.transactions.sql(connection -> connection
                .createStatement()
                .executeUpdate("update signing_key set created_at = created_at - interval '" + time.toSeconds()
                        + " seconds'"));
        kit.clock.pass(StoredSigningKeys.REFRESH);
        other.clock.pass(StoredSigningKeys.REFRESH);
    }

    @Test
    void anotherKeyIsUsedWhenEveryNodeKnowsItAndNoneBefore() {
        UUID first = kit.keys.current().id();
        kit.keys.rotate(admin);
        assertThat(kit.keys.verifying()).hasSize(2);
        assertThat(kit.keys.current().id()).isEqualTo(first);
        other.clock.pass(StoredSigningKeys.REFRESH);
        assertThat(other.keys.verifying()).hasSize(2);
        pass(KeyRing.LEAD);
        assertThat(kit.keys.current().id()).isNotEqualTo(first);
        assertThat(other.keys.current().id()).isEqualTo(kit.keys.current().id());
    }

    @Test
    void whatTheFormerKeySignedIsGoodUntilItEndsAndNotForLonger() {
        Login login = login("admin@example.org");
        String device = kit.devices.renew(null, "admin@example.org");
        String cookie = kit.cookieNames.access();
        kit.keys.rotate(admin);
        pass(Duration.ofMinutes(1));
        assertThat(kit.authenticator.authenticate(login.accessToken()).userId()).isEqualTo(admin.userId());
        assertThat(other.devices.known(device, "admin@example.org")).isPresent();
        assertThat(kit.cookieNames.access()).isEqualTo(cookie);
        Login renewed = other.logins.refresh(login.refreshToken());
        assertThat(kit.authenticator.authenticate(renewed.accessToken()).userId())
                .isEqualTo(admin.userId());
        pass(Duration.ofDays(91));
        assertThat(kit.keys.verifying()).isNotEmpty().noneMatch(key -> refreshedBy(key, login));
        assertThat(kit.refreshTokens.parse(login.refreshToken())).isEmpty();
    }

    private static boolean refreshedBy(SigningKey key, Login login) {
        return new RefreshTokens(() -> key).parse(login.refreshToken()).isPresent();
    }

    @Test
    void twoTabsOnBothSidesOfARotationGetTheSameToken() {
        Login login = login("admin@example.org");
        Login before = kit.logins.refresh(login.refreshToken());
        UUID former = other.keys.current().id();
        kit.keys.rotate(admin);
        age(KeyRing.LEAD);
        assertThat(other.keys.current().id()).isNotEqualTo(former);
        Login after = other.logins.refresh(login.refreshToken());
        assertThat(after.refreshToken()).isEqualTo(before.refreshToken());
    }

    @Test
    void anOldKeyIsFollowedByAnotherAndAllNodesMakeTheSame() {
        UUID first = kit.keys.current().id();
        pass(Duration.ofDays(90));
        assertThat(kit.keys.verifying()).hasSize(2);
        assertThat(other.keys.verifying()).hasSize(2);
        assertThat(kit.keys.current().id()).isEqualTo(first);
        pass(KeyRing.LEAD);
        assertThat(kit.keys.current().id()).isNotEqualTo(first);
    }

    @Test
    void aFormerKeyIsNotBelievedForLongerThanWhatItSignedMayLive() {
        UUID session = UUID.randomUUID();
        AccessTokens stolen = new AccessTokens(List.of(kit.keys.current())::getFirst, Duration.ofDays(30), kit.clock);
        kit.keys.rotate(admin);
        pass(KeyRing.LEAD);
        assertThat(kit.accessTokens.verify(stolen.issue(session))).isPresent();
        pass(kit.accessTokens.lifetime());
        assertThat(kit.accessTokens.verify(stolen.issue(session))).isEmpty();
        assertThat(kit.keys.verifying()).hasSize(2);
    }

    @Test
    void whatWasSignedBeforeARevocationIsGoodNowhere() {
        Login login = login("admin@example.org");
        String device = kit.devices.renew(null, "admin@example.org");
        String cookie = kit.cookieNames.access();
        assertThat(other.accessTokens.verify(login.accessToken())).isPresent();

        kit.keys.revoke(admin);
        other.clock.pass(StoredSigningKeys.REFRESH);

        for (AuthKit node : List.of(kit, other)) {
            assertThat(node.accessTokens.verify(login.accessToken())).isEmpty();
            assertThat(node.refreshTokens.parse(login.refreshToken())).isEmpty();
            assertThat(node.devices.known(device, "admin@example.org")).isEmpty();
        }
        assertThat(kit.cookieNames.access()).isEqualTo(cookie);
        assertThat(other.accessTokens.verify(login("admin@example.org").accessToken()))
                .isPresent();
    }

    @Test
    void onlyAdministratorsRotateAndRevoke() {
        Caller user = caller("user@example.org", Role.USER);
        assertThat(problemOf(() -> kit.keys.revoke(user)).slug()).isEqualTo("forbidden");
        assertThat(problemOf(() -> kit.keys.rotate(user)).slug()).isEqualTo("forbidden");
        assertThat(kit.keys.verifying()).hasSize(1);
    }
}

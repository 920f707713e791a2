package io.obox.auth.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.obox.auth.internal.AuthKit;
import io.obox.auth.internal.account.UserDocument;
import io.obox.auth.internal.login.Login;
import io.obox.auth.internal.token.CookieNames;
import io.obox.user.Role;
import io.obox.user.User;
import io.obox.user.UserState;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CookiesTest {
    private static final User ALICE = new UserDocument(
            new UUID(0, 1),
            "alice@example.org",
            "Alice",
            Role.USER,
            UserState.ACTIVE,
            "en",
            false,
            Instant.EPOCH,
            null,
            1);
    private static final Login LOGIN = new Login(ALICE, "the access token", "the refresh token");

    private final CookieNames names = new AuthKit().cookieNames;

    private Cookies cookies(boolean always) {
        return new Cookies(names, always, Duration.ofMinutes(10), Duration.ofDays(30));
    }

    @Test
    void noScriptReadsThemAndNoOtherSiteSendsThem() {
        assertThat(cookies(false).of(LOGIN, false)).hasSize(2).allSatisfy(cookie -> {
            assertThat(cookie.isHttpOnly()).isTrue();
            assertThat(cookie.getSameSite()).isEqualTo(NewCookie.SameSite.STRICT);
        });
    }

    @Test
    void theRefreshTokenGoesOnlyWhereItIsExchanged() {
        NewCookie[] both = cookies(false).of(LOGIN, false);
        assertThat(both[0].getValue()).isEqualTo("the access token");
        assertThat(both[0].getPath()).isEqualTo("/api");
        assertThat(both[0].getMaxAge()).isEqualTo(600);
        assertThat(both[1].getValue()).isEqualTo("the refresh token");
        assertThat(both[1].getPath()).isEqualTo("/api/auth");
        assertThat(both[1].getMaxAge()).isEqualTo(30 * 24 * 3600);
    }

    @Test
    void theirNamesAreThoseThatAreReadAgain() {
        assertThat(cookies(false).of(LOGIN, false))
                .extracting(NewCookie::getName)
                .containsExactly(names.access(), names.refresh());
        assertThat(cookies(false).cleared(false))
                .extracting(NewCookie::getName)
                .containsExactly(names.access(), names.refresh());
    }

    @Test
    void theyAreSecureOverHttpsOrWhereItIsSet() {
        assertThat(cookies(false).of(LOGIN, false)).noneMatch(NewCookie::isSecure);
        assertThat(cookies(false).of(LOGIN, true)).allMatch(NewCookie::isSecure);
        assertThat(cookies(true).of(LOGIN, false)).allMatch(NewCookie::isSecure);
    }

    @Test
    void theLogoutTakesBothAway() {
        assertThat(cookies(false).cleared(false))
                .extracting(NewCookie::getMaxAge)
                .containsExactly(0, 0);
        assertThat(cookies(false).cleared(false)).extracting(NewCookie::getPath).containsExactly("/api", "/api/auth");
    }
}

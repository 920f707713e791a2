package io.obox.auth.internal.rest;

import io.obox.auth.internal.AuthSettings;
import io.obox.auth.internal.login.Login;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;

/**
 * The cookies of a session. No script can read them, no other site can have them sent, and the refresh token goes nowhere
 * but to {@code /api/auth}.
 *
 * @param always whether they are Secure even where the request came in clear
 */
record Cookies(boolean always, Duration accessLifetime, Duration sessionLifetime) {
    static final String ACCESS = "obox_access";
    static final String REFRESH = "obox_refresh";

    private static final String ACCESS_PATH = "/api";
    private static final String REFRESH_PATH = "/api/auth";

    static Cookies of(AuthSettings settings) {
        return new Cookies(
                settings.secureCookies(),
                Duration.ofMinutes(settings.accessMinutes()),
                Duration.ofDays(settings.refreshDays()));
    }

    NewCookie[] of(Login login, boolean secure) {
        return new NewCookie[] {
            cookie(ACCESS, ACCESS_PATH, login.accessToken(), accessLifetime, secure),
            cookie(REFRESH, REFRESH_PATH, login.refreshToken(), sessionLifetime, secure)
        };
    }

    NewCookie[] cleared(boolean secure) {
        return new NewCookie[] {
            cookie(ACCESS, ACCESS_PATH, "", Duration.ZERO, secure),
            cookie(REFRESH, REFRESH_PATH, "", Duration.ZERO, secure)
        };
    }

    private NewCookie cookie(String name, String path, String value, Duration lifetime, boolean secure) {
        return new NewCookie.Builder(name)
                .value(value)
                .path(path)
                .maxAge(Math.toIntExact(lifetime.toSeconds()))
                .httpOnly(true)
                .secure(secure || always)
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }
}

package io.obox.auth.internal.rest;

import io.obox.auth.internal.AuthSettings;
import io.obox.auth.internal.login.Login;
import io.obox.auth.internal.token.CookieNames;
import io.obox.auth.internal.token.Devices;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The cookies of a session. No script can read them, no other site can have them sent, and the refresh token goes nowhere
 * but to {@code /api/auth}.
 *
 * @param always whether they are Secure even where the request came in clear
 */
record Cookies(CookieNames names, boolean always, Duration accessLifetime, Duration sessionLifetime) {
    private static final String ACCESS_PATH = "/api";
    private static final String REFRESH_PATH = "/api/auth";

    static Cookies of(CookieNames names, AuthSettings settings) {
        return new Cookies(
                names,
                settings.secureCookies(),
                Duration.ofMinutes(settings.accessMinutes()),
                Duration.ofDays(settings.refreshDays()));
    }

    /** What the browser shows to be known, or null. */
    @Nullable
    String device(HttpHeaders headers) {
        Cookie cookie = headers.getCookies().get(names.device());
        return cookie == null ? null : cookie.getValue();
    }

    /** By which the browser is known from now on; the logout leaves it. */
    NewCookie device(String value, boolean secure) {
        return cookie(names.device(), REFRESH_PATH, value, Devices.LIFETIME, secure);
    }

    /** The refresh token that came with a request. */
    Optional<String> refreshToken(HttpHeaders headers) {
        return Optional.ofNullable(headers.getCookies().get(names.refresh())).map(Cookie::getValue);
    }

    NewCookie[] of(Login login, boolean secure) {
        return new NewCookie[] {
            cookie(names.access(), ACCESS_PATH, login.accessToken(), accessLifetime, secure),
            cookie(names.refresh(), REFRESH_PATH, login.refreshToken(), sessionLifetime, secure)
        };
    }

    NewCookie[] cleared(boolean secure) {
        return new NewCookie[] {
            cookie(names.access(), ACCESS_PATH, "", Duration.ZERO, secure),
            cookie(names.refresh(), REFRESH_PATH, "", Duration.ZERO, secure)
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

package io.obox.auth.internal.session;

import io.obox.auth.internal.AuthSettings;
import java.time.Duration;

/**
 * How long sessions last, and how many there are.
 *
 * @param unused how long one lives that nobody uses
 * @param whole how long one lives at most, however much it is used
 * @param perAccount how many an account has at most
 */
public record SessionTerms(Duration unused, Duration whole, int perAccount) {
    static SessionTerms of(AuthSettings settings, SessionSettings ends) {
        return new SessionTerms(
                Duration.ofDays(settings.refreshDays()),
                Duration.ofDays(ends.sessionDays()),
                Math.max(1, ends.sessionsPerUser()));
    }
}

package io.obox.auth.internal.account;

import io.obox.user.User;

/**
 * An account as its user sees it.
 *
 * @param localeChosen whether its user chose the locale, so that no browser's is preferred to it
 */
public record Profile(User user, boolean localeChosen, Preferences preferences) {
    /** What of it its user can change. */
    public ProfileContent content() {
        return new ProfileContent(user.name(), localeChosen ? user.locale() : null, preferences);
    }
}

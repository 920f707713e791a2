package io.obox.auth.internal.account;

import io.obox.user.User;

/** An account with what only this bundle may know of it. */
public record Account(User user, String passwordHash) {
    @Override
    public String toString() {
        return "Account[" + user + "]";
    }
}

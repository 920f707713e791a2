package io.obox.auth.internal.login;

import io.obox.user.User;

/** What somebody gets who is logged in: both tokens as their bearer keeps them. */
public record Login(User user, String accessToken, String refreshToken) implements LoginStep {
    @Override
    public String toString() {
        return "Login[" + user + "]";
    }
}

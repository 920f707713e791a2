package io.obox.web.internal.gateway;

import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.user.Authenticator;
import io.obox.user.Caller;
import io.obox.user.CallerIssuer;
import io.obox.user.Credential;
import io.obox.user.Role;
import java.lang.invoke.MethodHandles;
import java.net.InetAddress;
import java.util.UUID;

/** Knows three people: one who may do everything, one whose password must be changed first, and one whose
 * address is not confirmed. */
final class FakeAuthenticator implements Authenticator {
    private static final CallerIssuer ISSUER = CallerIssuer.of(MethodHandles.lookup());

    static final Caller ANN = user(1, "ann@example.org").issue();
    static final Caller NEW =
            user(2, "new@example.org").mustChangePassword(true).issue();

    static final Caller UNVERIFIED =
            user(4, "unverified@example.org").mustVerifyEmail(true).issue();

    private static CallerIssuer.Draft user(int number, String email) {
        return ISSUER.draft(new UUID(1, number), email, Role.USER, Credential.SESSION)
                .session(new UUID(2, number));
    }

    @Override
    public Caller authenticate(String accessToken) {
        return switch (accessToken) {
            case "good" -> ANN;
            case "fresh" -> NEW;
            case "unverified" -> UNVERIFIED;
            default -> throw new ProblemException(Problem.unauthenticated("This login is not valid."));
        };
    }

    @Override
    public String accessCookie() {
        return "obox_access_here";
    }

    @Override
    public Caller verifyPassword(String email, char[] password, InetAddress from) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Caller operator(MethodHandles.Lookup self) {
        throw new UnsupportedOperationException();
    }
}

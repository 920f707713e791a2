package io.obox.web.internal.gateway;

import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.user.Authenticator;
import io.obox.user.Caller;
import io.obox.user.Role;
import java.net.InetAddress;
import java.util.UUID;

/** Knows two people: one who may do everything, and one whose password must be changed first. */
final class FakeAuthenticator implements Authenticator {
    static final Caller ANN = new Caller(new UUID(1, 1), "ann@example.org", Role.USER, new UUID(2, 1), false);
    static final Caller NEW = new Caller(new UUID(1, 2), "new@example.org", Role.USER, new UUID(2, 2), true);

    @Override
    public Caller authenticate(String accessToken) {
        return switch (accessToken) {
            case "good" -> ANN;
            case "fresh" -> NEW;
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
    public Caller operator() {
        throw new UnsupportedOperationException();
    }
}

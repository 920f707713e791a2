package io.obox.container.web;

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

/** Knows one person. It lives in a bundle with the name of the real one, for no other can say who somebody is. */
public final class FakeLogin implements Authenticator {
    static final String TOKEN = "good";
    static final String ADMINISTRATOR = "better";
    private static final Caller ANN = CallerIssuer.of(MethodHandles.lookup())
            .draft(new UUID(1, 1), "ann@example.org", Role.USER, Credential.SESSION)
            .session(new UUID(2, 1))
            .issue();
    private static final Caller BEA = CallerIssuer.of(MethodHandles.lookup())
            .draft(new UUID(1, 2), "bea@example.org", Role.ADMIN, Credential.SESSION)
            .session(new UUID(2, 2))
            .issue();

    @Override
    public Caller authenticate(String accessToken) {
        if (accessToken.equals(ADMINISTRATOR)) {
            return BEA;
        }
        if (!accessToken.equals(TOKEN)) {
            throw new ProblemException(Problem.unauthenticated("This login is not valid."));
        }
        return ANN;
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

package io.obox.web.internal.gateway;

import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.user.Authenticator;
import io.obox.user.Caller;
import io.obox.web.internal.access.PendingDuties;
import io.obox.web.internal.message.HttpMessage;
import io.obox.web.internal.message.WebMessage;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Who makes a request to the API: whatever lies under its path is closed, but for the few paths that lead to a login. */
@Component(service = Authentication.class)
public final class Authentication {
    private static final String API = "/api/";
    private static final String BEARER = "Bearer ";

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Authenticator authenticator;

    /** Asks whichever authenticator there is. */
    @Activate
    public Authentication() {}

    /** Asks this one. */
    Authentication(Authenticator authenticator) {
        this.authenticator = authenticator;
    }

    /**
     * The caller, or null where none is needed.
     *
     * @throws ProblemException {@code unauthenticated}, {@code password-change-required}, {@code email-unverified},
     *     {@code unavailable}
     */
    @Nullable
    Caller caller(HttpServletRequest request) {
        // the open paths are compared as they were sent: whatever is written in another way is closed
        if (!path(request).startsWith(API) || EarlyAccess.OPEN.contains(request.getRequestURI())) {
            return null;
        }
        String token = token(request);
        if (EarlyAccess.LOGOUT.equals(request.getRequestURI())) {
            return token == null ? null : leaving(token, request);
        }
        if (token == null) {
            throw new ProblemException(Problem.unauthenticated(HttpMessage.LOGIN_NEEDED.with()));
        }
        Caller caller = authenticate(token, request);
        PendingDuties.check(caller, EarlyAccess.pending(request.getRequestURI()));
        return caller;
    }

    /** Whose login ends, or null where it has ended: whoever wants to leave needs no login for it. */
    private @Nullable Caller leaving(String token, HttpServletRequest request) {
        try {
            return authenticate(token, request);
        } catch (ProblemException e) {
            if (e.problem().status() == HttpServletResponse.SC_UNAUTHORIZED) {
                return null;
            }
            throw e;
        }
    }

    /**
     * The caller behind an access token.
     *
     * @throws ProblemException {@code unauthenticated}, {@code unavailable}
     */
    public Caller authenticate(String token) {
        return authenticator().authenticate(token);
    }

    private Caller authenticate(String token, HttpServletRequest request) {
        try {
            return authenticator().authenticate(token, InetAddress.ofLiteral(request.getRemoteAddr()));
        } catch (IllegalArgumentException e) {
            // who comes by no address comes from this machine
            return authenticate(token);
        }
    }

    private Authenticator authenticator() {
        Authenticator now = authenticator;
        if (now == null) {
            throw new ProblemException(Problem.unavailable(WebMessage.LOGINS_AWAY.with()));
        }
        return now;
    }

    /**
     * The token that came with a request, or null.
     *
     * @throws ProblemException {@code unavailable}
     */
    public @Nullable String token(HttpServletRequest request) {
        String authorization = request.getHeader("Authorization");
        if (authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return authorization.substring(BEARER.length()).trim();
        }
        Cookie[] cookies = request.getCookies();
        return cookies == null ? null : value(cookies, authenticator().accessCookie());
    }

    private static @Nullable String value(Cookie[] cookies, String name) {
        for (Cookie cookie : cookies) {
            if (cookie.getName().equals(name)) {
                return cookie.getValue();
            }
        }
        return null;
    }

    /** The path as the container understands it: decoded, and without anything that could hide where it leads. */
    private static String path(HttpServletRequest request) {
        String below = request.getPathInfo();
        return below == null ? request.getServletPath() : request.getServletPath() + below;
    }
}

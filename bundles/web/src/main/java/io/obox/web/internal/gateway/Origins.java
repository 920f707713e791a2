package io.obox.web.internal.gateway;

import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.web.internal.message.WebMessage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which pages may use OBox: its own, and those of one further origin where one is configured. Browsers say where a request
 * comes from; whatever says nothing of it is no browser, and is judged by its credentials alone.
 *
 * @param allowed scheme, host and port of the further origin, or null
 */
record Origins(@Nullable String allowed) {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");
    private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE";
    private static final String HEADERS = "Content-Type, If-Match, If-None-Match, Idempotency-Key, Authorization";
    private static final String EXPOSED = "ETag, Location, Retry-After, X-Request-Id";
    private static final String TEN_MINUTES = "600";

    /** With the further origin as it is configured; blank for none. */
    static Origins of(String configured) {
        return new Origins(configured.isBlank() ? null : configured.strip());
    }

    /** Refuses a write that a foreign page makes in the name of its visitor. */
    void checkWrite(HttpServletRequest request) {
        if (!SAFE.contains(request.getMethod()) && isForeign(request)) {
            throw new ProblemException(
                    Problem.forbidden(WebMessage.FOREIGN_PAGE.with()).withRemedy(WebMessage.USE_OWN_PAGE.with()));
        }
    }

    private boolean isForeign(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        if (origin != null && origin.equals(allowed)) {
            return false;
        }
        String site = request.getHeader("Sec-Fetch-Site");
        return site != null ? !OWN_SITES.contains(site) : origin != null && !isOwn(origin, request);
    }

    private static boolean isOwn(String origin, HttpServletRequest request) {
        String host = request.getHeader("Host");
        try {
            return host != null && host.equalsIgnoreCase(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /**
     * Tells the browser what the further origin may do.
     *
     * @return true if the request was a preflight, which is answered with this
     */
    boolean answer(HttpServletRequest request, HttpServletResponse response) {
        if (allowed == null) {
            return false;
        }
        response.addHeader("Vary", "Origin");
        if (!allowed.equals(request.getHeader("Origin"))) {
            return false;
        }
        response.setHeader("Access-Control-Allow-Origin", allowed);
        response.setHeader("Access-Control-Allow-Credentials", "true");
        response.setHeader("Access-Control-Expose-Headers", EXPOSED);
        if (!request.getMethod().equals("OPTIONS") || request.getHeader("Access-Control-Request-Method") == null) {
            return false;
        }
        response.setHeader("Access-Control-Allow-Methods", METHODS);
        response.setHeader("Access-Control-Allow-Headers", HEADERS);
        response.setHeader("Access-Control-Max-Age", TEN_MINUTES);
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        return true;
    }
}

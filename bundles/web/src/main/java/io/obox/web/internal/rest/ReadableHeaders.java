package io.obox.web.internal.rest;

import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

/** Says which header can't be read. The REST layer would refuse it as well, but without a word. */
@PreMatching
final class ReadableHeaders implements ContainerRequestFilter {
    private static final String QUALITY = "q";

    /** The one that the REST layer reads before any filter. */
    static void checkContentType(HttpServletRequest request) {
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        if (type != null && !isOneType(type)) {
            throw unreadable("The header Content-Type names no media type.", "Send application/json.");
        }
    }

    /** Ranges of types, and how much one is liked, are for what is accepted. */
    private static boolean isOneType(String text) {
        try {
            MediaType type = MediaType.valueOf(text);
            return !type.isWildcardType()
                    && !type.isWildcardSubtype()
                    && !type.getParameters().containsKey(QUALITY);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public void filter(ContainerRequestContext request) {
        try {
            request.getAcceptableMediaTypes();
        } catch (ProcessingException e) {
            throw unreadable("The header Accept names no media types.", "Accept application/json.");
        }
    }

    private static ProblemException unreadable(String detail, String remedy) {
        return new ProblemException(Problem.malformed(detail).withRemedy(remedy));
    }
}

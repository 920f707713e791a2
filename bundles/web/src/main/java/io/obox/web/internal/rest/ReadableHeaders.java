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
    /** The one that the REST layer reads before any filter. */
    static void checkContentType(HttpServletRequest request) {
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        if (type == null) {
            return;
        }
        try {
            MediaType.valueOf(type);
        } catch (IllegalArgumentException e) {
            throw unreadable("The header Content-Type names no media type.", "Send application/json.", e);
        }
    }

    @Override
    public void filter(ContainerRequestContext request) {
        try {
            request.getAcceptableMediaTypes();
        } catch (ProcessingException e) {
            throw unreadable("The header Accept names no media types.", "Accept application/json.", e);
        }
    }

    private static ProblemException unreadable(String detail, String remedy, RuntimeException cause) {
        return new ProblemException(Problem.malformed(detail).withRemedy(remedy), cause);
    }
}

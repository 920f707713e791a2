package io.obox.web.internal.rest;

import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.web.internal.message.HttpMessage;
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
            throw unreadable(HttpMessage.CONTENT_TYPE, HttpMessage.SEND_JSON, e);
        }
    }

    @Override
    public void filter(ContainerRequestContext request) {
        try {
            request.getAcceptableMediaTypes();
        } catch (ProcessingException e) {
            throw unreadable(HttpMessage.ACCEPT, HttpMessage.ACCEPT_JSON, e);
        }
    }

    private static ProblemException unreadable(HttpMessage detail, HttpMessage remedy, RuntimeException cause) {
        return new ProblemException(Problem.malformed(detail.with()).withRemedy(remedy.with()), cause);
    }
}

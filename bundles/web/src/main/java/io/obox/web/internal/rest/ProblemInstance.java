package io.obox.web.internal.rest;

import io.obox.problem.Problem;
import io.obox.web.internal.problem.ProblemDocument;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;

/** Adds to a problem which request has met it. */
final class ProblemInstance implements ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Problem problem) {
            String path = request.getUriInfo().getRequestUri().getRawPath();
            response.setEntity(ProblemDocument.of(problem, path));
        }
    }
}

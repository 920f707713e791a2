package io.obox.web.internal.rest;

import io.obox.web.internal.problem.Fault;
import io.obox.web.internal.problem.ProblemDocument;
import io.obox.web.internal.problem.RequestFaults;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/** Turns whatever a resource or the REST layer throws into a problem. */
final class ProblemMapper implements ExceptionMapper<Throwable> {
    @Override
    public Response toResponse(Throwable thrown) {
        if (thrown instanceof WebApplicationException http && http.getResponse().getStatus() < 400) {
            return http.getResponse();
        }
        Fault fault = RequestFaults.of(thrown);
        Response.ResponseBuilder response = Response.status(fault.problem().status())
                .type(ProblemDocument.MEDIA_TYPE)
                .entity(fault.problem());
        fault.headers().forEach(response::header);
        return response.build();
    }
}

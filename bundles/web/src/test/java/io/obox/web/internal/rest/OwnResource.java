package io.obox.web.internal.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** Tells which thread runs it, as one of OBox. */
@Path("own")
public class OwnResource {
    @GET
    public String thread() {
        return Thread.currentThread().getName();
    }

    @GET
    @Path("shared")
    @Produces("text/plain")
    public String shared() {
        return thread();
    }
}

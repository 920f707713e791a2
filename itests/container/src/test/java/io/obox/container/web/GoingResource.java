package io.obox.container.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** A resource that needs another component of its bundle. */
@Path("going")
public final class GoingResource {
    private boolean complete;

    void bindNeeded(Needed needed) {
        complete = true;
    }

    /** Tells that it has what it needs. */
    @GET
    public String get() {
        return complete ? "complete" : "incomplete";
    }
}

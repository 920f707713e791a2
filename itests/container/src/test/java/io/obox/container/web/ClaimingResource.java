package io.obox.container.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** A resource of a plugin, at a path that OBox promises. */
@Path("hosts")
public final class ClaimingResource {
    @GET
    @Path("thread")
    public String thread() {
        return Thread.currentThread().isVirtual() ? "virtual" : "platform";
    }
}

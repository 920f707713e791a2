package io.obox.container.web;

import io.obox.user.access.Access;
import io.obox.user.access.Audience;
import io.obox.user.access.Whose;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** What strangers may use. */
@Path("auth")
public final class OpenResource {
    @POST
    @Access(to = Audience.ANYBODY, whose = Whose.NOBODYS)
    @Path("login")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response login(ThingResource.Thing thing) {
        return Response.noContent().build();
    }
}

package io.obox.auth.internal.rest;

import io.obox.auth.internal.invitation.Acceptance;
import io.obox.auth.internal.invitation.InvitationDocument;
import io.obox.user.access.Access;
import io.obox.user.access.Audience;
import io.obox.user.access.Whose;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsName;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** {@code /api/auth/invitation}: how people who are invited come in. */
@Component(service = AcceptanceResource.class)
@JakartarsResource
@JakartarsName("obox.invitation")
@Path("auth/invitation")
@Produces(MediaType.APPLICATION_JSON)
public final class AcceptanceResource {
    private final Acceptance acceptance;

    /** Within the bundle. */
    @Activate
    public AcceptanceResource(@Reference Acceptance acceptance) {
        this.acceptance = acceptance;
    }

    /** Shows what somebody is invited to. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(to = Audience.ANYBODY, whose = Whose.NOBODYS)
    public Response look(@Nullable TokenBody body, @Context HttpServletRequest request) {
        Fields fields = new Fields();
        String token = fields.text(Fields.body(body).token(), "/token");
        fields.check();
        InvitationDocument found = acceptance.look(token, Peer.of(request, null));
        return Response.ok(found).header("Cache-Control", "no-store").build();
    }

    /** Chooses a password, and has the account from then on. */
    @POST
    @Path("accept")
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(to = Audience.ANYBODY, whose = Whose.NOBODYS)
    public void accept(@Nullable AcceptanceBody body, @Context HttpServletRequest request) {
        AcceptanceBody given = Fields.body(body);
        Fields fields = new Fields();
        String token = fields.text(given.token(), "/token");
        String name = fields.text(given.name(), "/name");
        String password = fields.text(given.password(), "/password");
        fields.check();
        acceptance.accept(token, name, password, Peer.of(request, null));
    }
}

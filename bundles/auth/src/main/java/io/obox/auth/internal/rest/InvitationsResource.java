package io.obox.auth.internal.rest;

import io.obox.auth.internal.administration.ManagedAccount;
import io.obox.auth.internal.administration.QuotaOverride;
import io.obox.auth.internal.invitation.Invitations;
import io.obox.auth.internal.invitation.NewInvitation;
import io.obox.user.Role;
import io.obox.user.access.Access;
import io.obox.user.access.Audience;
import io.obox.user.access.Whose;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsName;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** {@code POST /api/admin/users}, {@code /api/admin/users/{id}/invitation}: inviting people, for administrators. */
@Component(service = InvitationsResource.class)
@JakartarsResource
@JakartarsName("obox.invitations")
@Path("admin/users")
@Produces(MediaType.APPLICATION_JSON)
public final class InvitationsResource {
    private final Invitations invitations;

    /** Within the bundle. */
    @Activate
    public InvitationsResource(@Reference Invitations invitations) {
        this.invitations = invitations;
    }

    /** Invites somebody. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(to = Audience.ADMINS, whose = Whose.VISIBLE, scope = "users:write")
    public Response invite(
            @Nullable InvitationBody body, @Context HttpServletRequest request, @Context SecurityContext security) {
        InvitationBody given = Fields.body(body);
        Fields fields = new Fields();
        NewInvitation asked = new NewInvitation(
                fields.text(given.email(), "/email"),
                Objects.requireNonNullElse(given.name(), ""),
                Objects.requireNonNullElse(given.role(), Role.USER),
                Objects.requireNonNullElse(given.quota(), QuotaOverride.NONE),
                Objects.requireNonNullElse(given.locale(), ""));
        fields.check();
        ManagedAccount invited = invitations.invite(UsersResource.asker(request, security), asked);
        return Response.created(URI.create("/api/admin/users/" + invited.id()))
                .entity(invited)
                .build();
    }

    /** Sends the invitation once more. */
    @POST
    @Path("{id}/invitation")
    @Access(to = Audience.ADMINS, whose = Whose.VISIBLE, scope = "users:write")
    public ManagedAccount resend(
            @PathParam("id") UUID id, @Context HttpServletRequest request, @Context SecurityContext security) {
        return invitations.resend(UsersResource.asker(request, security), id);
    }

    /** Takes it back. */
    @DELETE
    @Path("{id}/invitation")
    @Access(to = Audience.ADMINS, whose = Whose.VISIBLE, scope = "users:write")
    public void withdraw(
            @PathParam("id") UUID id, @Context HttpServletRequest request, @Context SecurityContext security) {
        invitations.withdraw(UsersResource.asker(request, security), id);
    }
}

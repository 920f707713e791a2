package io.obox.auth.internal.rest;

import io.obox.auth.internal.administration.AccountSecondFactor;
import io.obox.auth.internal.administration.AccountSessions;
import io.obox.auth.internal.session.Session;
import io.obox.page.Page;
import io.obox.user.Caller;
import io.obox.user.access.Access;
import io.obox.user.access.Audience;
import io.obox.user.access.Whose;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsName;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** {@code /api/admin/users/{id}/sessions} and {@code …/second-factor}: how somebody is logged in, for administrators. */
@Component(service = UserSessionsResource.class)
@JakartarsResource
@JakartarsName("obox.users.sessions")
@Path("admin/users")
@Produces(MediaType.APPLICATION_JSON)
public final class UserSessionsResource {
    private final AccountSessions sessions;
    private final AccountSecondFactor factors;

    /** Within the bundle. */
    @Activate
    public UserSessionsResource(@Reference AccountSessions sessions, @Reference AccountSecondFactor factors) {
        this.sessions = sessions;
        this.factors = factors;
    }

    /** The sessions of an account. */
    @GET
    @Path("{id}/sessions")
    @Access(to = Audience.ADMINS, whose = Whose.VISIBLE)
    public Page<Session> list(@PathParam("id") UUID id, @Context SecurityContext security) {
        return new Page<>(sessions.list(Caller.of(security.getUserPrincipal()), id), null);
    }

    /** Ends all of them. */
    @DELETE
    @Path("{id}/sessions")
    @Access(to = Audience.ADMINS, whose = Whose.VISIBLE)
    public void end(@PathParam("id") UUID id, @Context HttpServletRequest request, @Context SecurityContext security) {
        sessions.end(UsersResource.asker(request, security), id);
    }

    /** Has the account log in by its password alone, until its user sets up another second factor. */
    @DELETE
    @Path("{id}/second-factor")
    @Access(to = Audience.ADMINS, whose = Whose.VISIBLE)
    public void resetSecondFactor(
            @PathParam("id") UUID id, @Context HttpServletRequest request, @Context SecurityContext security) {
        factors.reset(UsersResource.asker(request, security), id);
    }
}

package io.obox.auth.internal.rest;

import io.obox.auth.internal.apitoken.ApiTokenDocument;
import io.obox.auth.internal.apitoken.ApiTokens;
import io.obox.auth.internal.apitoken.NewApiToken;
import io.obox.page.Page;
import io.obox.user.Caller;
import io.obox.user.access.Access;
import io.obox.user.access.Audience;
import io.obox.user.access.Whose;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsName;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** {@code /api/profile/tokens}: the caller's API tokens. */
@Component(service = ApiTokenResource.class)
@JakartarsResource
@JakartarsName("obox.profile.tokens")
@Path("profile/tokens")
@Produces(MediaType.APPLICATION_JSON)
public final class ApiTokenResource {
    private final ApiTokens tokens;

    /** Within the bundle. */
    @Activate
    public ApiTokenResource(@Reference ApiTokens tokens) {
        this.tokens = tokens;
    }

    /** The caller's tokens. */
    @GET
    @Access(to = Audience.USERS, whose = Whose.OWN)
    public Page<ApiTokenDocument> list(@Context SecurityContext security) {
        return new Page<>(tokens.list(Caller.of(security.getUserPrincipal())), null);
    }

    /** Makes a token. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(to = Audience.USERS, whose = Whose.OWN)
    public Response create(@Nullable ApiTokenBody body, @Context SecurityContext security) {
        ApiTokenBody given = Fields.body(body);
        Caller caller = Caller.of(security.getUserPrincipal());
        NewApiToken made = tokens.create(caller, given.name(), given.scopes(), given.expiresAt());
        return Response.created(URI.create("/api/profile/tokens/" + made.id()))
                .header("Cache-Control", "no-store")
                .entity(made)
                .build();
    }

    /** One token. */
    @GET
    @Path("{id}")
    @Access(to = Audience.USERS, whose = Whose.OWN)
    public ApiTokenDocument get(@PathParam("id") UUID id, @Context SecurityContext security) {
        return tokens.get(Caller.of(security.getUserPrincipal()), id);
    }

    /** Deletes a token. */
    @DELETE
    @Path("{id}")
    @Access(to = Audience.USERS, whose = Whose.OWN)
    public void delete(@PathParam("id") UUID id, @Context SecurityContext security) {
        tokens.delete(Caller.of(security.getUserPrincipal()), id);
    }
}

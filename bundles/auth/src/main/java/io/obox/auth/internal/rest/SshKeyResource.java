package io.obox.auth.internal.rest;

import io.obox.auth.internal.key.SshKeyDocument;
import io.obox.auth.internal.key.SshKeys;
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

/** {@code /api/profile/keys}: the caller's SSH keys. */
@Component(service = SshKeyResource.class)
@JakartarsResource
@JakartarsName("obox.profile.keys")
@Path("profile/keys")
@Produces(MediaType.APPLICATION_JSON)
public final class SshKeyResource {
    private final SshKeys keys;

    /** Within the bundle. */
    @Activate
    public SshKeyResource(@Reference SshKeys keys) {
        this.keys = keys;
    }

    /** The caller's keys. */
    @GET
    @Access(to = Audience.USERS, whose = Whose.OWN, scope = "profile:read")
    public Page<SshKeyDocument> list(@Context SecurityContext security) {
        return new Page<>(keys.list(Caller.of(security.getUserPrincipal())), null);
    }

    /** Keeps a key. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(to = Audience.USERS, whose = Whose.OWN, scope = "profile:write")
    public Response add(@Nullable SshKeyBody body, @Context SecurityContext security) {
        SshKeyBody given = Fields.body(body);
        SshKeyDocument saved = keys.add(Caller.of(security.getUserPrincipal()), given.name(), given.publicKey());
        return Response.created(URI.create("/api/profile/keys/" + saved.id()))
                .entity(saved)
                .build();
    }

    /** One key. */
    @GET
    @Path("{id}")
    @Access(to = Audience.USERS, whose = Whose.OWN, scope = "profile:read")
    public SshKeyDocument get(@PathParam("id") UUID id, @Context SecurityContext security) {
        return keys.get(Caller.of(security.getUserPrincipal()), id);
    }

    /** Forgets a key. */
    @DELETE
    @Path("{id}")
    @Access(to = Audience.USERS, whose = Whose.OWN, scope = "profile:write")
    public void delete(@PathParam("id") UUID id, @Context SecurityContext security) {
        keys.delete(Caller.of(security.getUserPrincipal()), id);
    }
}

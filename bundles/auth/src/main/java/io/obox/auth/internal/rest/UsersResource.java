package io.obox.auth.internal.rest;

import io.obox.auth.internal.account.UserDirectory;
import io.obox.page.Page;
import io.obox.page.PageRequest;
import io.obox.user.Caller;
import io.obox.user.User;
import io.obox.user.access.Access;
import io.obox.user.access.Audience;
import io.obox.user.access.Whose;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsName;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** {@code /api/admin/users}: all accounts. */
@Component(service = UsersResource.class)
@JakartarsResource
@JakartarsName("obox.users")
@Path("admin/users")
@Produces(MediaType.APPLICATION_JSON)
public final class UsersResource {
    private final UserDirectory users;

    /** Within the bundle. */
    @Activate
    public UsersResource(@Reference UserDirectory users) {
        this.users = users;
    }

    /** A page of the accounts. */
    @GET
    @Access(to = Audience.ADMINS, whose = Whose.VISIBLE, scope = "users:read")
    public Page<User> list(
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context SecurityContext security) {
        return users.list(Caller.of(security.getUserPrincipal()), PageRequest.parse(limit, cursor));
    }

    /** One account. */
    @GET
    @Path("{id}")
    @Access(to = Audience.ADMINS, whose = Whose.VISIBLE, scope = "users:read")
    public User get(@PathParam("id") UUID id, @Context SecurityContext security) {
        return users.get(Caller.of(security.getUserPrincipal()), id);
    }
}

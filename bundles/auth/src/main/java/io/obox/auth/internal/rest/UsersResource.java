package io.obox.auth.internal.rest;

import io.obox.auth.internal.account.UserDirectory;
import io.obox.page.Page;
import io.obox.page.PageRequest;
import io.obox.problem.FieldError;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.user.User;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
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
    public Page<User> list(
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context SecurityContext security) {
        int wanted = limit == null ? PageRequest.DEFAULT_LIMIT : limit;
        if (wanted < 1 || wanted > PageRequest.MAX_LIMIT) {
            throw new ProblemException(Problem.validation(
                    List.of(new FieldError("/limit", "The limit must be 1 to " + PageRequest.MAX_LIMIT + "."))));
        }
        return users.list(Callers.of(security), new PageRequest(wanted, cursor));
    }

    /** One account. */
    @GET
    @Path("{id}")
    public User get(@PathParam("id") UUID id, @Context SecurityContext security) {
        return users.get(Callers.of(security), id);
    }
}

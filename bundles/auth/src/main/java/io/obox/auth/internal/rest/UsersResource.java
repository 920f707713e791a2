package io.obox.auth.internal.rest;

import io.obox.auth.internal.administration.AccountAdministration;
import io.obox.auth.internal.administration.AccountFilter;
import io.obox.auth.internal.administration.AccountPage;
import io.obox.auth.internal.administration.Asker;
import io.obox.auth.internal.administration.ManagedAccount;
import io.obox.auth.internal.deletion.AccountRemoval;
import io.obox.page.PageRequest;
import io.obox.problem.FieldValues;
import io.obox.user.Caller;
import io.obox.user.access.Access;
import io.obox.user.access.Audience;
import io.obox.user.access.Whose;
import io.obox.version.ExpectedVersion;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsName;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** {@code /api/admin/users}: all accounts, for administrators. */
@Component(service = UsersResource.class)
@JakartarsResource
@JakartarsName("obox.users")
@Path("admin/users")
@Produces(MediaType.APPLICATION_JSON)
public final class UsersResource {
    private final AccountAdministration accounts;
    private final AccountRemoval removal;

    /** Within the bundle. */
    @Activate
    public UsersResource(@Reference AccountAdministration accounts, @Reference AccountRemoval removal) {
        this.accounts = accounts;
        this.removal = removal;
    }

    /**
     * A page of the accounts.
     *
     * @param q a part of the address or the name
     * @param invited {@code true} for those only whose users are invited and have not come yet
     * @param sort an attribute, with a minus before it for the reverse order
     * @param count {@code true} to have all of them counted
     */
    @GET
    @Access(to = Audience.ADMINS, whose = Whose.VISIBLE, scope = "users:read")
    public AccountPage list(
            @QueryParam("q") @Nullable String q,
            @QueryParam("role") @Nullable String role,
            @QueryParam("state") @Nullable String state,
            @QueryParam("invited") @Nullable String invited,
            @QueryParam("sort") @Nullable String sort,
            @QueryParam("count") @Nullable String count,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context SecurityContext security) {
        return accounts.list(
                Caller.of(security.getUserPrincipal()),
                AccountFilter.parse(q, role, state, invited, sort),
                PageRequest.parse(limit, cursor),
                AccountFilter.flag("/count", count));
    }

    /** One account. */
    @GET
    @Path("{id}")
    @Access(to = Audience.ADMINS, whose = Whose.VISIBLE, scope = "users:read")
    public ManagedAccount get(@PathParam("id") UUID id, @Context SecurityContext security) {
        return accounts.get(Caller.of(security.getUserPrincipal()), id);
    }

    /** Changes what an account may do and have. */
    @PATCH
    @Path("{id}")
    @Consumes("application/merge-patch+json")
    @Access(to = Audience.ADMINS, whose = Whose.VISIBLE, scope = "users:write")
    public ManagedAccount change(
            @PathParam("id") UUID id,
            @Nullable UserMerge body,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Context HttpServletRequest request,
            @Context SecurityContext security) {
        return accounts.change(
                asker(request, security), id, Fields.body(body).change(), ExpectedVersion.required(ifMatch));
    }

    /**
     * Deletes an account.
     *
     * @param receiver which account gets what it has; it must have nothing where this is left out
     */
    @DELETE
    @Path("{id}")
    @Access(to = Audience.ADMINS, whose = Whose.VISIBLE)
    public void delete(
            @PathParam("id") UUID id,
            @QueryParam("transferTo") @Nullable String receiver,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Context HttpServletRequest request,
            @Context SecurityContext security) {
        UUID to = FieldValues.id("/transferTo", receiver);
        removal.delete(asker(request, security), id, to, ExpectedVersion.parse(ifMatch));
    }

    static Asker asker(HttpServletRequest request, SecurityContext security) {
        return new Asker(Caller.of(security.getUserPrincipal()), request.getRemoteAddr());
    }
}

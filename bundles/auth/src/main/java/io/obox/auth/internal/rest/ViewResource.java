package io.obox.auth.internal.rest;

import io.obox.auth.internal.view.SavedViewDocument;
import io.obox.auth.internal.view.SavedViews;
import io.obox.page.Page;
import io.obox.page.PageRequest;
import io.obox.user.Caller;
import io.obox.user.access.Access;
import io.obox.user.access.Audience;
import io.obox.user.access.Whose;
import io.obox.version.ExpectedVersion;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
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

/** {@code /api/views}: saved views. */
@Component(service = ViewResource.class)
@JakartarsResource
@JakartarsName("obox.views")
@Path("views")
@Produces(MediaType.APPLICATION_JSON)
public final class ViewResource {
    private final SavedViews views;

    /** Within the bundle. */
    @Activate
    public ViewResource(@Reference SavedViews views) {
        this.views = views;
    }

    /** The caller's views, and those that are shared. */
    @GET
    @Access(to = Audience.USERS, whose = Whose.SHARED, scope = "profile:read")
    public Page<SavedViewDocument> list(
            @QueryParam("page") @Nullable String page,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context SecurityContext security) {
        return views.list(Caller.of(security.getUserPrincipal()), page, PageRequest.parse(limit, cursor));
    }

    /** Keeps a view. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(to = Audience.USERS, whose = Whose.OWN, scope = "profile:write")
    public Response add(@Nullable ViewBody body, @Context SecurityContext security) {
        SavedViewDocument saved = views.add(
                Caller.of(security.getUserPrincipal()), Fields.body(body).content());
        return Response.created(URI.create("/api/views/" + saved.id()))
                .entity(saved)
                .build();
    }

    /** One view. */
    @GET
    @Path("{id}")
    @Access(to = Audience.USERS, whose = Whose.SHARED, scope = "profile:read")
    public SavedViewDocument get(@PathParam("id") UUID id, @Context SecurityContext security) {
        return views.get(Caller.of(security.getUserPrincipal()), id);
    }

    /** Changes a view. */
    @PATCH
    @Path("{id}")
    @Consumes("application/merge-patch+json")
    @Access(to = Audience.USERS, whose = Whose.SHARED, scope = "profile:write")
    public SavedViewDocument change(
            @PathParam("id") UUID id,
            @Nullable ViewMerge body,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Context SecurityContext security) {
        Caller caller = Caller.of(security.getUserPrincipal());
        return views.change(caller, id, Fields.body(body).change(), ExpectedVersion.required(ifMatch));
    }

    /** Forgets a view. */
    @DELETE
    @Path("{id}")
    @Access(to = Audience.USERS, whose = Whose.SHARED, scope = "profile:write")
    public void delete(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Context SecurityContext security) {
        views.delete(Caller.of(security.getUserPrincipal()), id, ExpectedVersion.parse(ifMatch));
    }
}

package io.obox.vm.internal.rest;

import io.obox.user.Caller;
import io.obox.user.Visibility;
import io.obox.user.access.Access;
import io.obox.user.access.Audience;
import io.obox.user.access.Whose;
import io.obox.vm.internal.store.SnapshotCache;
import io.obox.vm.internal.vms.VmTags;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.ext.Providers;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsName;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** {@code /api/vms/tags}: the tags that VMs have. */
@Component(service = TagResource.class)
@JakartarsResource
@JakartarsName("obox.tags")
@Path("vms/tags")
@Produces(MediaType.APPLICATION_JSON)
public final class TagResource {
    /** Which tags are asked for; those who see the same VMs share an answer, because all of these have to be counted for it. */
    private record Question(Visibility visible, @Nullable String cursor) {}

    private final VmTags tags;
    private final SnapshotCache cache;

    /** Within the bundle. */
    @Activate
    public TagResource(@Reference VmTags tags, @Reference SnapshotCache cache) {
        this.tags = tags;
        this.cache = cache;
    }

    /** Those of the VMs that the caller sees, in the order of a tree. */
    @GET
    @Access(to = Audience.USERS, whose = Whose.VISIBLE, scope = "vms:read")
    public Response list(
            @QueryParam("cursor") @Nullable String cursor,
            @Context SecurityContext security,
            @Context Providers providers) {
        Caller caller = Caller.of(security.getUserPrincipal());
        byte[] document = cache.answer(
                new Question(caller.visibility(), cursor),
                byte[].class,
                () -> SentDocument.bytes(tags.page(caller, cursor), providers));
        return Response.ok(document).build();
    }
}

package io.obox.vm.internal.rest;

import io.obox.page.Page;
import io.obox.page.PageRequest;
import io.obox.problem.FieldValues;
import io.obox.user.Caller;
import io.obox.user.access.Access;
import io.obox.user.access.Audience;
import io.obox.user.access.Whose;
import io.obox.vm.Vm;
import io.obox.vm.internal.vms.VmService;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsName;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** {@code /api/vms/bin}: VMs that were deleted and can be given back. */
@Component(service = BinResource.class)
@JakartarsResource
@JakartarsName("obox.bin")
@Path("vms/bin")
@Produces(MediaType.APPLICATION_JSON)
public final class BinResource {
    private final VmService vms;

    /** Within the bundle. */
    @Activate
    public BinResource(@Reference VmService vms) {
        this.vms = vms;
    }

    /** What the caller has there, or everybody for an administrator. */
    @GET
    @Access(to = Audience.USERS, whose = Whose.VISIBLE, scope = "vms:read")
    public Page<Vm> list(
            @QueryParam("owner") @Nullable String owner,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context SecurityContext security) {
        return vms.bin(
                Caller.of(security.getUserPrincipal()),
                FieldValues.id("/owner", owner),
                PageRequest.parse(limit, cursor));
    }

    /** Takes all that is listed away for good. */
    @DELETE
    @Access(to = Audience.USERS, whose = Whose.VISIBLE, scope = "vms:write")
    public Response empty(@QueryParam("owner") @Nullable String owner, @Context SecurityContext security) {
        return VmResource.accepted(
                vms.emptyBin(Caller.of(security.getUserPrincipal()), FieldValues.id("/owner", owner)));
    }

    /** Takes one away for good. */
    @DELETE
    @Path("{id}")
    @Access(to = Audience.USERS, whose = Whose.VISIBLE, scope = "vms:write")
    public Response purge(@PathParam("id") UUID id, @Context SecurityContext security) {
        return VmResource.accepted(vms.purgeFromBin(Caller.of(security.getUserPrincipal()), id));
    }
}

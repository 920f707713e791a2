package io.obox.vm.internal.rest;

import io.obox.page.Page;
import io.obox.user.Caller;
import io.obox.vm.TagCount;
import io.obox.vm.internal.vms.VmService;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
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
    private final VmService vms;

    /** Within the bundle. */
    @Activate
    public TagResource(@Reference VmService vms) {
        this.vms = vms;
    }

    /** Those of the VMs that the caller sees, on one page, in the order of a tree. */
    @GET
    public Page<TagCount> list(@Context SecurityContext security) {
        return new Page<>(vms.tags(Caller.of(security.getUserPrincipal())), null);
    }
}

package io.obox.vm.internal.rest;

import io.obox.user.Caller;
import io.obox.user.access.Access;
import io.obox.user.access.Audience;
import io.obox.user.access.Whose;
import io.obox.vm.internal.vms.VmUsage;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
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

/** {@code /api/profile/usage}: what the caller has, and may have. */
@Component(service = UsageResource.class)
@JakartarsResource
@JakartarsName("obox.usage")
@Path("profile/usage")
@Produces(MediaType.APPLICATION_JSON)
public final class UsageResource {
    private final VmUsage usage;

    /** Within the bundle. */
    @Activate
    public UsageResource(@Reference VmUsage usage) {
        this.usage = usage;
    }

    /** What the caller has, and may have. */
    @GET
    @Access(to = Audience.USERS, whose = Whose.OWN, scope = "profile:read")
    public UsageDocument get(@Context SecurityContext security) {
        UUID owner = Caller.of(security.getUserPrincipal()).userId();
        return UsageDocument.of(usage.of(owner), usage.quota(owner));
    }
}

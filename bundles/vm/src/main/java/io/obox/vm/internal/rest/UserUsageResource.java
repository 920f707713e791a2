package io.obox.vm.internal.rest;

import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.user.Caller;
import io.obox.user.access.Access;
import io.obox.user.access.Audience;
import io.obox.user.access.Whose;
import io.obox.vm.internal.message.VmMessage;
import io.obox.vm.internal.vms.VmUsage;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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

/** {@code /api/admin/usage/{id}}: what an account has, and may have, for administrators. */
@Component(service = UserUsageResource.class)
@JakartarsResource
@JakartarsName("obox.users.usage")
@Path("admin/usage")
@Produces(MediaType.APPLICATION_JSON)
public final class UserUsageResource {
    private final VmUsage usage;

    /** Within the bundle. */
    @Activate
    public UserUsageResource(@Reference VmUsage usage) {
        this.usage = usage;
    }

    /** What an account has, and may have. */
    @GET
    @Path("{id}")
    @Access(to = Audience.ADMINS, whose = Whose.VISIBLE, scope = "users:read")
    public UsageDocument get(@PathParam("id") UUID id, @Context SecurityContext security) {
        if (!Caller.of(security.getUserPrincipal()).isAdmin()) {
            throw new ProblemException(Problem.forbidden(VmMessage.ADMINS_SEE_USAGE.with()));
        }
        return UsageDocument.of(usage.of(id), usage.quota(id));
    }
}

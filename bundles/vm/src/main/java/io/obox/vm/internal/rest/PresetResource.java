package io.obox.vm.internal.rest;

import io.obox.page.Page;
import io.obox.user.Caller;
import io.obox.user.access.Access;
import io.obox.user.access.Audience;
import io.obox.user.access.Whose;
import io.obox.version.ExpectedVersion;
import io.obox.vm.internal.presets.Preset;
import io.obox.vm.internal.presets.Presets;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsName;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** {@code /api/vms/presets}: sizes to choose from. */
@Component(service = PresetResource.class)
@JakartarsResource
@JakartarsName("obox.presets")
@Path("vms/presets")
@Produces(MediaType.APPLICATION_JSON)
public final class PresetResource {
    private final Presets presets;

    /** Within the bundle. */
    @Activate
    public PresetResource(@Reference Presets presets) {
        this.presets = presets;
    }

    /** All of them on one page, the smallest first. */
    @GET
    @Access(to = Audience.USERS, whose = Whose.NOBODYS, scope = "vms:read")
    public Page<Preset> list() {
        return new Page<>(presets.all(), null);
    }

    /** Adds one, or replaces the one of this name. */
    @PUT
    @Path("{name}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(to = Audience.ADMINS, whose = Whose.NOBODYS, scope = "settings:write")
    public Preset put(
            @PathParam("name") String name,
            PresetBody body,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Context SecurityContext security) {
        return presets.put(Caller.of(security.getUserPrincipal()), name, body.asked(), ExpectedVersion.parse(ifMatch));
    }

    /** Takes one away. */
    @DELETE
    @Path("{name}")
    @Access(to = Audience.ADMINS, whose = Whose.NOBODYS, scope = "settings:write")
    public void delete(
            @PathParam("name") String name,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Context SecurityContext security) {
        presets.remove(Caller.of(security.getUserPrincipal()), name, ExpectedVersion.parse(ifMatch));
    }
}

package io.obox.settings.internal.rest;

import io.obox.page.Page;
import io.obox.settings.SettingGroup;
import io.obox.settings.internal.change.StoredSettings;
import io.obox.user.Caller;
import io.obox.user.access.Access;
import io.obox.user.access.Audience;
import io.obox.user.access.Whose;
import io.obox.version.ExpectedVersion;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsName;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** {@code /api/admin/settings}: what administrators set for all nodes. */
@Component(service = SettingsResource.class)
@JakartarsResource
@JakartarsName("obox.settings")
@Path("admin/settings")
@Produces(MediaType.APPLICATION_JSON)
public final class SettingsResource {
    private final StoredSettings settings;

    /** Within the bundle. */
    @Activate
    public SettingsResource(@Reference StoredSettings settings) {
        this.settings = settings;
    }

    /** All groups on one page, by their PIDs. */
    @GET
    @Access(to = Audience.ADMINS, whose = Whose.NOBODYS, scope = "settings:read")
    public Page<SettingGroup> list(@Context SecurityContext security) {
        return new Page<>(settings.list(Caller.of(security.getUserPrincipal())), null);
    }

    /** One group. */
    @GET
    @Access(to = Audience.ADMINS, whose = Whose.NOBODYS, scope = "settings:read")
    @Path("{pid}")
    public SettingGroup get(@PathParam("pid") String pid, @Context SecurityContext security) {
        return settings.get(Caller.of(security.getUserPrincipal()), pid);
    }

    /** Changes settings of a group, all that are named or none. */
    @PATCH
    @Access(to = Audience.ADMINS, whose = Whose.NOBODYS, scope = "settings:write")
    @Path("{pid}")
    @Consumes("application/merge-patch+json")
    public SettingGroup change(
            @PathParam("pid") String pid,
            @Nullable SettingsMerge body,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Context SecurityContext security) {
        Map<String, @Nullable Object> values = body == null || body.values() == null ? Map.of() : body.values();
        return settings.change(Caller.of(security.getUserPrincipal()), pid, values, ExpectedVersion.required(ifMatch));
    }
}

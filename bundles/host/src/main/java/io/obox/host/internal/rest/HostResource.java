package io.obox.host.internal.rest;

import io.obox.host.Host;
import io.obox.host.internal.table.HostService;
import io.obox.page.Page;
import io.obox.page.PageRequest;
import io.obox.user.Caller;
import io.obox.user.access.Access;
import io.obox.user.access.Audience;
import io.obox.user.access.Whose;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsName;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** {@code /api/hosts}. */
@Component(service = HostResource.class)
@JakartarsResource
@JakartarsName("obox.hosts")
@Path("hosts")
@Produces(MediaType.APPLICATION_JSON)
public final class HostResource {
    private final HostService hosts;

    /** Within the bundle. */
    @Activate
    public HostResource(@Reference HostService hosts) {
        this.hosts = hosts;
    }

    /** All hosts by name; a cursor is the name of the last one that was shown. */
    @GET
    @Access(to = Audience.USERS, whose = Whose.NOBODYS, scope = "hosts:read")
    public Page<Host> list(
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context SecurityContext security) {
        PageRequest page = PageRequest.parse(limit, cursor);
        List<Host> rest = hosts.list(Caller.of(security.getUserPrincipal())).stream()
                .filter(host -> host.name().compareTo(Objects.requireNonNullElse(page.cursor(), "")) > 0)
                .toList();
        List<Host> items = rest.stream().limit(page.limit()).toList();
        return new Page<>(items, rest.size() > page.limit() ? items.getLast().name() : null);
    }

    /** One host. */
    @GET
    @Path("{id}")
    @Access(to = Audience.USERS, whose = Whose.NOBODYS, scope = "hosts:read")
    public Host get(@PathParam("id") UUID id, @Context SecurityContext security) {
        return hosts.get(Caller.of(security.getUserPrincipal()), id);
    }
}
